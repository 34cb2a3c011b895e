import type { Database } from './database.ts';
import { decodeAll, type Listing } from './record.ts';
import { trustedLibraryRecord, type TrustedLibrary } from './records/trusted-library.ts';

/**
 * The compiled libraries that the person has said may run, beside those that ship with the app. Every method
 * throws the codes of `Database.transact`.
 */
export class TrustedLibraries {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Those trusted, the latest first. */
	async list(): Promise<Listing<TrustedLibrary>> {
		const stored = await this.#database.transact(['trustedLibraries'], 'readonly', (transaction) =>
			transaction.objectStore('trustedLibraries').getAll(),
		);
		const { items, unreadable } = decodeAll(trustedLibraryRecord, stored);
		return { items: items.toSorted((a, b) => b.trustedAt - a.trustedAt), unreadable };
	}

	/** Whether the library with this SHA-256 is trusted. A record that cannot be read trusts nothing. */
	async has(digest: string): Promise<boolean> {
		const stored = await this.#database.transact(['trustedLibraries'], 'readonly', (transaction) =>
			transaction.objectStore('trustedLibraries').get(digest),
		);
		return trustedLibraryRecord.decode(stored)?.digest === digest;
	}

	async trust(library: TrustedLibrary): Promise<void> {
		const record = trustedLibraryRecord.encode(library);
		await this.#database.transact(
			['trustedLibraries'],
			'readwrite',
			(transaction) => transaction.objectStore('trustedLibraries').put(record, library.digest),
			'strict',
		);
	}

	/** Takes the trust back: from the next load on, the library does not run. */
	async revoke(digest: string): Promise<void> {
		await this.#database.transact(
			['trustedLibraries'],
			'readwrite',
			(transaction) => transaction.objectStore('trustedLibraries').delete(digest),
			'strict',
		);
	}
}
