import type { Database } from '../storage/database.ts';
import type { PackEngine } from './manifest.ts';
import { packUseRecord, type PackUse } from './records/pack-use.ts';

/** What is known of how packs ran here. It is nice to know: a record that cannot be read is not there. */
export class PackUseRepository {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** By `keyOfUse`. */
	async all(): Promise<Record<string, PackUse>> {
		return this.#database.transact(['packUses'], 'readonly', async (transaction) => {
			const store = transaction.objectStore('packUses');
			const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
			const uses: Record<string, PackUse> = {};
			for (const [index, [packId, engine]] of keys.entries()) {
				const use = packUseRecord.decode(values[index]);
				if (use) uses[keyOfUse(packId, engine)] = use;
			}
			return uses;
		});
	}

	/** Changes the record, in one transaction: another tab may write to it too. Returns what it is now. */
	async change(
		packId: string,
		engine: PackEngine,
		change: (use: PackUse) => PackUse,
	): Promise<PackUse> {
		return this.#database.transact(['packUses'], 'readwrite', async (transaction) => {
			const store = transaction.objectStore('packUses');
			const key: [string, string] = [packId, engine];
			const use = change(packUseRecord.decode(await store.get(key)) ?? {});
			await store.put(packUseRecord.encode(use), key);
			return use;
		});
	}
}

/** Names an installed pack among the uses. */
export function keyOfUse(packId: string, engine: string): string {
	return `${packId} ${engine}`;
}
