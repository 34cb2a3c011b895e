import type { Database } from '../storage/database.ts';
import { decodeAll, type Listing } from '../storage/record.ts';
import type { PackEngine, PackManifest } from './manifest.ts';
import {
	pendingInstallationRecord,
	type PendingInstallation,
} from './records/pending-installation.ts';

/** Installations that are under way, paused or cut off. `InstalledPackRepository.record` ends one. */
export class PendingInstallationRepository {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async list(): Promise<Listing<PendingInstallation>> {
		const stored = await this.#database.transact(
			['pendingInstallations'],
			'readonly',
			(transaction) => transaction.objectStore('pendingInstallations').getAll(),
		);
		return decodeAll(pendingInstallationRecord, stored);
	}

	/** `fromFile`: nothing can be fetched again, so it does not outlive the import. `fromHand`: it does. */
	async add(
		manifest: PackManifest,
		engine: PackEngine,
		o: Pick<PendingInstallation, 'fromFile' | 'fromHand'> = {},
	): Promise<void> {
		const value = pendingInstallationRecord.encode({
			manifest,
			engine,
			startedAt: Date.now(),
			...o,
		});
		await this.#database.transact(
			['pendingInstallations'],
			'readwrite',
			(transaction) =>
				transaction.objectStore('pendingInstallations').put(value, [manifest.id, engine]),
			'strict',
		);
	}

	/** Makes an installed pack pending again, in one transaction: its files are not whole, or not wanted. */
	async reopen(
		manifest: PackManifest,
		engine: PackEngine,
		o: Pick<PendingInstallation, 'removed'> = {},
	): Promise<void> {
		const key: [string, string] = [manifest.id, engine];
		const startedAt = Date.now();
		const value = pendingInstallationRecord.encode({ manifest, engine, startedAt, ...o });
		await this.#database.transact(
			['installedPacks', 'pendingInstallations'],
			'readwrite',
			async (transaction) => {
				await transaction.objectStore('installedPacks').delete(key);
				await transaction.objectStore('pendingInstallations').put(value, key);
			},
			'strict',
		);
	}

	async remove(packId: string, engine: PackEngine): Promise<void> {
		await this.#database.transact(
			['pendingInstallations'],
			'readwrite',
			(transaction) => transaction.objectStore('pendingInstallations').delete([packId, engine]),
			'strict',
		);
	}
}
