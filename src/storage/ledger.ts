import type { Database } from './database.ts';
import { decodeAll, type Listing } from './record.ts';
import { ledgerEntryRecord, type LedgerEntry } from './records/ledger-entry.ts';

/** Entries that are kept; older ones make room. */
const MOST_ENTRIES = 10_000;

/** Every request that left for another host than the app's own, and every one that was not let out. */
export class Ledger {
	readonly #database: Database;
	readonly #most: number;

	constructor(database: Database, most = MOST_ENTRIES) {
		this.#database = database;
		this.#most = most;
	}

	/** Writes an entry down, before its request leaves, and returns its key. */
	async add(entry: LedgerEntry): Promise<number> {
		return this.#database.transact(['ledger'], 'readwrite', async (transaction) => {
			const store = transaction.objectStore('ledger');
			const key = await store.add(ledgerEntryRecord.encode(entry));
			await store.delete(IDBKeyRange.upperBound(key - this.#most));
			return key;
		});
	}

	/** Writes down how the request ended. Does nothing if the entry has been cleared meanwhile. */
	async settle(key: number, entry: LedgerEntry): Promise<void> {
		await this.#database.transact(['ledger'], 'readwrite', async (transaction) => {
			const store = transaction.objectStore('ledger');
			if (await store.getKey(key)) await store.put(ledgerEntryRecord.encode(entry), key);
		});
	}

	/** All entries, the newest first. */
	async list(): Promise<Listing<LedgerEntry>> {
		const stored = await this.#database.transact(['ledger'], 'readonly', (transaction) =>
			transaction.objectStore('ledger').getAll(),
		);
		return decodeAll(ledgerEntryRecord, stored.reverse());
	}

	async clear(): Promise<void> {
		await this.#database.transact(['ledger'], 'readwrite', (transaction) =>
			transaction.objectStore('ledger').clear(),
		);
	}
}
