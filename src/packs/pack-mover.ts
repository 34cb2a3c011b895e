import type { CallOptions } from '../lib/call-options.ts';
import { AppError } from '../lib/errors.ts';
import { tryLock } from '../lib/web-lock.ts';
import type { ShelfId, Shelves } from '../storage/shelves.ts';
import { hasSyncAccess } from '../storage/sync-access.ts';
import type { InstalledPack } from './installed-pack.ts';
import { installLock } from './installer.ts';
import { bytesOf, fileSetFor } from './manifest.ts';

/** Where a pack's files are, and where else they can be on this device. */
export interface PackPlace {
	readonly from: ShelfId;
	readonly to: ShelfId;
	/** Whether a measurement on this device says that they are read faster there. */
	readonly isFaster: boolean;
}

export interface MoveProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
}

/** What the worker serves besides the installer. */
export interface MoverContract {
	placeOf(pack: InstalledPack, o?: CallOptions): Promise<PackPlace | undefined>;
	move(pack: InstalledPack, to: ShelfId, o?: CallOptions): AsyncIterable<MoveProgress>;
}

/** Brings installed packs from one shelf to another. Runs in a worker. */
export class PackMover implements MoverContract {
	readonly #shelves: Shelves;

	constructor(shelves: Shelves) {
		this.#shelves = shelves;
	}

	/**
	 * Where the pack is and could be; undefined where the browser has one shelf only. As long as any file is not on
	 * the faster shelf, that is where it could be. The first call on a device measures which one it is.
	 */
	async placeOf({ manifest, engine }: InstalledPack): Promise<PackPlace | undefined> {
		if (!hasSyncAccess()) return undefined;
		const faster = await this.#shelves.preferred();
		for (const { sha256 } of fileSetFor(manifest, engine).files) {
			const from = await this.#shelves.shelfOf(sha256);
			if (from && from !== faster) return { from, to: faster, isFaster: true };
		}
		const to = faster === 'opfs' ? 'indexed-db' : 'opfs';
		return { from: faster, to, isFaster: false };
	}

	/**
	 * Moves file after file. The pack works all the while, also cut in two: call again to end the work. Throws
	 * `busy` while the pack is being installed, `corrupt` where a file has changed on disk, `quota-exceeded`.
	 */
	async *move(
		{ manifest, engine }: InstalledPack,
		to: ShelfId,
		o: CallOptions = {},
	): AsyncGenerator<MoveProgress> {
		const release = await tryLock(installLock(manifest.id));
		if (!release) throw new AppError('busy', `${manifest.id} is being installed`);
		try {
			const set = fileSetFor(manifest, engine);
			const bytesTotal = bytesOf(set);
			let bytesDone = 0;
			for (const file of set.files) {
				yield { bytesDone, bytesTotal };
				await this.#shelves.move(file.sha256, to, o);
				bytesDone = Math.min(bytesTotal, bytesDone + file.bytes);
			}
			yield { bytesDone: bytesTotal, bytesTotal };
		} finally {
			release();
		}
	}
}
