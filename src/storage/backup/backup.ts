import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { Database } from '../database.ts';
import { lockBackup, unlockBackup } from './backup-lock.ts';
import { storesInBackup, type BackupStore } from './backup-stores.ts';
import type { RestoreWish } from './plan-restore.ts';
import { readContent, type BackupContent } from './read-content.ts';
import {
	restoreContent,
	tryRestore,
	undoRestore,
	type RestoreChanges,
	type RestoreUndo,
} from './restore-content.ts';
import { writeContent, type Setting } from './write-content.ts';

/** What is in a backup, and what each way of restoring it would do. */
export interface BackupPreview {
	/** Milliseconds since the epoch. */
	readonly savedAt: number;
	readonly counts: Readonly<Record<BackupStore, number>>;
	readonly settings: readonly Setting[];
	readonly unreadable: number;
	readonly merge: RestoreChanges;
	readonly replace: RestoreChanges;
}

/** What the backup's worker does for the page. */
export interface BackupContract {
	/** The bytes of a new backup, one piece after another. */
	write(
		request: { readonly settings: readonly Setting[]; readonly passphrase?: string },
		o?: CallOptions,
	): AsyncIterable<Uint8Array<ArrayBuffer>>;
	/** Reads a file to its end and keeps what is in it for `restore`. Throws the codes of `unlockBackup` and `readContent`. */
	open(
		request: { readonly file: Blob; readonly passphrase?: string },
		o?: CallOptions,
	): Promise<BackupPreview>;
	/** Restores what was opened last. */
	restore(wish: RestoreWish, o?: CallOptions): Promise<boolean>;
	/** Takes the last restore back. */
	undo(o?: CallOptions): Promise<boolean>;
}

/** Writes, reads and restores backups of one database. */
export class Backup implements BackupContract {
	readonly #database: Database;
	#content: BackupContent | undefined;
	#undo: RestoreUndo | undefined;

	constructor(database: Database) {
		this.#database = database;
	}

	async *write(
		{ settings, passphrase }: { settings: readonly Setting[]; passphrase?: string },
		{ signal }: CallOptions = {},
	): AsyncGenerator<Uint8Array<ArrayBuffer>> {
		const content = writeContent(this.#database, settings, Date.now());
		for await (const piece of lockBackup(content, passphrase)) {
			if (signal?.aborted) throw new AppError('aborted', 'the backup was stopped');
			yield piece;
		}
	}

	async open(
		{ file, passphrase }: { file: Blob; passphrase?: string },
		o: CallOptions = {},
	): Promise<BackupPreview> {
		this.#content = undefined;
		const content = await readContent(unlockBackup(file, passphrase), o);
		const database = this.#database;
		const [merge, replace] = await Promise.all([
			tryRestore(database, content, { mode: 'merge', withTrust: true }),
			tryRestore(database, content, { mode: 'replace', withTrust: true }),
		]);
		this.#content = content;
		const { savedAt, settings, unreadable } = content;
		const counts = Object.fromEntries(
			storesInBackup.map((store) => [store, content.stores[store].length]),
		) as Record<BackupStore, number>;
		return { savedAt, settings, unreadable, counts, merge, replace };
	}

	async restore(wish: RestoreWish): Promise<boolean> {
		if (!this.#content) throw new AppError('invalid-input', 'no backup is open');
		this.#undo = await restoreContent(this.#database, this.#content, wish);
		return true;
	}

	async undo(): Promise<boolean> {
		if (!this.#undo) return false;
		await undoRestore(this.#database, this.#undo);
		this.#undo = undefined;
		return true;
	}
}
