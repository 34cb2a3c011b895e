import { AppError } from '../lib/errors.ts';
import type { Database } from '../storage/database.ts';
import { decodeAll, type Listing } from '../storage/record.ts';
import type { InstalledPack } from './installed-pack.ts';
import { fileSetFor, type PackEngine } from './manifest.ts';
import { installedPackRecord } from './records/installed-pack.ts';

/** The packs that are complete on this device. Every method throws the codes of `Database.transact`. */
export class InstalledPackRepository {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async list(): Promise<Listing<InstalledPack>> {
		const stored = await this.#database.transact(['installedPacks'], 'readonly', (transaction) =>
			transaction.objectStore('installedPacks').getAll(),
		);
		return decodeAll(installedPackRecord, stored);
	}

	async get(packId: string, engine: PackEngine): Promise<InstalledPack | undefined> {
		const stored = await this.#database.transact(['installedPacks'], 'readonly', (transaction) =>
			transaction.objectStore('installedPacks').get([packId, engine]),
		);
		return installedPackRecord.decode(stored);
	}

	/**
	 * Declares a pack installed, and its installation no longer pending, in one strict transaction. Throws
	 * `corrupt` unless every file of its set is sealed.
	 */
	async record(pack: InstalledPack): Promise<void> {
		const key: [string, string] = [pack.manifest.id, pack.engine];
		const { files } = fileSetFor(pack.manifest, pack.engine);
		await this.#database.transact(
			['installedPacks', 'pendingInstallations', 'sealedFiles', 'sealedOpfsFiles'],
			'readwrite',
			async (transaction) => {
				const sealed = transaction.objectStore('sealedFiles');
				const sealedOpfs = transaction.objectStore('sealedOpfsFiles');
				for (const { path, sha256, bytes } of files) {
					if ((await sealed.get(sha256)) === bytes) continue;
					if ((await sealedOpfs.get(sha256)) === bytes) continue;
					throw new AppError('corrupt', `${path} is not complete`, {
						data: { reason: 'length', file: path },
					});
				}
				await Promise.all([
					transaction.objectStore('installedPacks').put(installedPackRecord.encode(pack), key),
					transaction.objectStore('pendingInstallations').delete(key),
				]);
			},
			'strict',
		);
	}
}
