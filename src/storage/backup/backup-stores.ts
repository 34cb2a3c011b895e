import type { StoreNames } from 'idb';
import type { Schema } from '../schema.ts';

export type StoreName = StoreNames<Schema>;

/**
 * What a restore that merges does with a record whose key is here already. `newest`: the one changed last holds, and
 * where neither says when, both are kept. `both`: both are kept. `absent`: what is here holds. `own`: the store tells
 * of the device itself, and is taken only where it is empty here. `trust`: as `absent`, and only if the person says so.
 */
export type Merging = 'newest' | 'both' | 'absent' | 'own' | 'trust';

/**
 * Every store of the database: how it is merged, or `left-out`. Messages come before the conversations that they belong to,
 * so that one that is deleted meanwhile leaves a conversation without some messages, and not the reverse.
 */
export const backupStores = {
	messages: 'both',
	conversations: 'newest',
	projects: 'newest',
	assistants: 'newest',
	prompts: 'newest',
	drafts: 'newest',
	attachments: 'absent',
	measurements: 'own',
	ledger: 'own',
	trustedLibraries: 'trust',

	// The weights: large, and to be had again. The records below are of use only with them.
	chunks: 'left-out',
	sealedFiles: 'left-out',
	sealedOpfsFiles: 'left-out',
	installedPacks: 'left-out',
	pendingInstallations: 'left-out',
	packUses: 'left-out',
} as const satisfies Record<StoreName, Merging | 'left-out'>;

export type BackupStore = {
	[Name in StoreName]: (typeof backupStores)[Name] extends 'left-out' ? never : Name;
}[StoreName];

/** The stores that a backup holds, in the order in which it holds them. */
export const storesInBackup = (Object.keys(backupStores) as StoreName[]).filter(
	(name): name is BackupStore => backupStores[name] !== 'left-out',
);
