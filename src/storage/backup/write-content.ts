import type { Database } from '../database.ts';
import { migrations } from '../schema.ts';
import { storesInBackup, type BackupStore } from './backup-stores.ts';
import { bytesFrames, jsonFrame } from './frames.ts';
import { toPlain } from './plain-value.ts';

/** Records that are read in one transaction, and held in memory. */
const BATCH = 100;

export type Setting = readonly [key: string, value: unknown];

/**
 * A backup's content: what it is, every record of every store, the settings, and how many there were. Records are read in
 * portions: what is changed meanwhile is in it as it was before or after, each record whole.
 */
export async function* writeContent(
	database: Database,
	settings: readonly Setting[],
	savedAt: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	yield jsonFrame({ quern: 'backup', savedAt, databaseVersion: migrations.length });
	const counts: Record<string, number> = {};
	for (const store of storesInBackup) {
		counts[store] = 0;
		for await (const { key, value } of recordsOf(database, store)) {
			const parts: Blob[] = [];
			const plain = toPlain(value, parts);
			yield jsonFrame({ store, key, value: plain });
			for (const part of parts) yield* bytesFrames(part);
			counts[store]++;
		}
	}
	for (const [key, value] of settings) yield jsonFrame({ setting: key, value: toPlain(value, []) });
	yield jsonFrame({ end: true, counts });
}

/** A record with its key. */
export interface Entry {
	readonly key: IDBValidKey;
	readonly value: unknown;
}

async function* recordsOf(database: Database, store: BackupStore): AsyncGenerator<Entry> {
	let after: IDBValidKey | undefined;
	for (;;) {
		const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
		const portion = await database.transact([store], 'readonly', async (transaction) => {
			const records = transaction.objectStore(store);
			const keys: IDBValidKey[] = await records.getAllKeys(range, BATCH);
			const values: unknown[] = await records.getAll(range, BATCH);
			return keys.map((key, index) => ({ key, value: values[index] }));
		});
		yield* portion;
		after = portion.at(-1)?.key;
		if (portion.length < BATCH) return;
	}
}
