import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/** The object stores. Records are `unknown` until their `RecordType` has decoded them. */
export interface Schema extends DBSchema {
	conversations: { key: string; value: unknown };
	messages: { key: string; value: unknown; indexes: { position: [string, number] } };
	/** Key: pack id, engine. */
	installedPacks: { key: [string, string]; value: unknown };
	/** Installations that were begun and are not finished. Key: pack id, engine. */
	pendingInstallations: { key: [string, string]; value: unknown };
	/** Consecutive pieces of pack files. Key: digest, offset in bytes. */
	chunks: { key: [string, number]; value: Blob };
	/** Pack files in `chunks` that are complete and verified. Key: digest. Value: length in bytes. */
	sealedFiles: { key: string; value: number };
	/** Those in the origin-private file system, likewise. */
	sealedOpfsFiles: { key: string; value: number };
	/** What was measured on this device. Key: what. */
	measurements: { key: string; value: unknown };
	/** When an installed pack was last loaded. Key: pack id, engine. */
	packUses: { key: [string, string]; value: unknown };
	/** Requests to other hosts than the app's own, in the order in which they were made. */
	ledger: { key: number; value: unknown };
	/** Compiled libraries that the person trusts. Key: digest. */
	trustedLibraries: { key: string; value: unknown };
	/** Conversations that belong together. */
	projects: { key: string; value: unknown };
	assistants: { key: string; value: unknown };
	/** Prompts that are called by name. */
	prompts: { key: string; value: unknown };
	/** What is written and not sent. Key: conversation id, or `new`. */
	drafts: { key: string; value: unknown };
	/** Bytes that belong to messages and drafts. Key: attachment id. */
	attachments: { key: string; value: unknown };
}

export type Connection = IDBPDatabase<Schema>;

/** Changes the object stores from one version to the next, inside the upgrade's own transaction. */
type SchemaMigration = (
	db: Connection,
	transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void;

/**
 * `migrations[0]` makes version 1 out of nothing. IndexedDB runs all that are due in one transaction, so
 * a schema is never half migrated. Once shipped, a migration is never edited or removed.
 */
export const migrations: readonly SchemaMigration[] = [
	(db) => {
		db.createObjectStore('conversations', { keyPath: 'id' });
		const messages = db.createObjectStore('messages', { keyPath: 'id' });
		messages.createIndex('position', ['conversationId', 'position']);
		db.createObjectStore('installedPacks');
		db.createObjectStore('pendingInstallations');
		db.createObjectStore('chunks');
		db.createObjectStore('sealedFiles');
	},
	(db) => {
		db.createObjectStore('sealedOpfsFiles');
		db.createObjectStore('measurements');
	},
	(db) => {
		db.createObjectStore('packUses');
		db.createObjectStore('ledger', { autoIncrement: true });
		db.createObjectStore('trustedLibraries');
	},
	(db) => {
		db.createObjectStore('projects', { keyPath: 'id' });
		db.createObjectStore('assistants', { keyPath: 'id' });
		db.createObjectStore('prompts', { keyPath: 'id' });
		db.createObjectStore('drafts');
		db.createObjectStore('attachments', { keyPath: 'id' });
	},
];
