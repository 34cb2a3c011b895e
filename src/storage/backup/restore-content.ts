import type { Database } from '../database.ts';
import { storesInBackup, type BackupStore } from './backup-stores.ts';
import { planStore, type RestoreWish, type StoreChange } from './plan-restore.ts';
import type { BackupContent } from './read-content.ts';
import type { Entry } from './write-content.ts';

export type RestoreChanges = Readonly<Record<BackupStore, StoreChange>>;

/** The records that a restore has changed, as they were before; undefined for those that were not there. */
export type RestoreUndo = readonly (Entry & { readonly store: BackupStore })[];

/** What a restore would do now. Throws the codes of `Database.transact`. */
export async function tryRestore(
	database: Database,
	content: BackupContent,
	wish: RestoreWish,
): Promise<RestoreChanges> {
	return database.transact(storesInBackup, 'readonly', async (transaction) => {
		const changes: Partial<Record<BackupStore, StoreChange>> = {};
		for (const store of storesInBackup) {
			const here = await entriesOf(transaction.objectStore(store));
			changes[store] = planStore(store, here, content.stores[store], wish).change;
		}
		return changes as RestoreChanges;
	});
}

/**
 * Restores a backup in one strict transaction: after a kill at any moment all of it is there, or nothing. Throws the codes
 * of `Database.transact`.
 */
export async function restoreContent(
	database: Database,
	content: BackupContent,
	wish: RestoreWish,
): Promise<RestoreUndo> {
	return database.transact(
		storesInBackup,
		'readwrite',
		async (transaction) => {
			const undo: (Entry & { store: BackupStore })[] = [];
			for (const store of storesInBackup) {
				const objects = transaction.objectStore(store);
				const here = await entriesOf(objects);
				const before = new Map(here.map(({ key, value }) => [JSON.stringify(key), value]));
				const { puts, removes } = planStore(store, here, content.stores[store], wish);
				for (const { key } of puts)
					undo.push({ store, key, value: before.get(JSON.stringify(key)) });
				for (const key of removes)
					undo.push({ store, key, value: before.get(JSON.stringify(key)) });
				await Promise.all([
					...removes.map((key) => objects.delete(key as never)),
					...puts.map((entry) => put(objects, entry)),
				]);
			}
			return undo;
		},
		'strict',
	);
}

/** Puts back what was there before a restore. What was written since to other records stays. */
export async function undoRestore(database: Database, undo: RestoreUndo): Promise<void> {
	await database.transact(
		storesInBackup,
		'readwrite',
		async (transaction) => {
			await Promise.all(
				undo.map(({ store, key, value }) => {
					const objects = transaction.objectStore(store);
					if (value === undefined) return objects.delete(key as never);
					return put(objects, { key, value });
				}),
			);
		},
		'strict',
	);
}

interface Readable {
	getAllKeys(): Promise<IDBValidKey[]>;
	getAll(): Promise<unknown[]>;
}

async function entriesOf(objects: Readable): Promise<Entry[]> {
	const [keys, values] = await Promise.all([objects.getAllKeys(), objects.getAll()]);
	return keys.map((key, index) => ({ key, value: values[index] }));
}

interface Writable {
	readonly keyPath: unknown;
	// Each store has its own kind of key and value, and here they are all the same.
	put: unknown;
}

/** A record goes where its key says: inside it, or beside it. */
async function put(objects: Writable, { key, value }: Entry): Promise<unknown> {
	const write = objects.put as (value: unknown, key?: IDBValidKey) => Promise<unknown>;
	return objects.keyPath === null ? write.call(objects, value, key) : write.call(objects, value);
}
