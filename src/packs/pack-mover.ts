import type { CallOptions } from '../lib/call-options.ts';
import { AppError } from '../lib/errors.ts';
import { tryLock } from '../lib/web-lock.ts';
import type { ShelfId, Shelves } from '../storage/shelves.ts';
import type { InstalledPack } from './installed-pack.ts';
import { installLock } from './installer.ts';
import { bytesOf, fileSetFor } from './manifest.ts';

/** Where a pack's files are, and where this device would read them faster. */
export interface BetterShelf {
	readonly from: ShelfId;
	readonly to: ShelfId;
}

export interface MoveProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
}

/** What the worker serves besides the installer. */
export interface MoverContract {
	betterShelf(pack: InstalledPack, o?: CallOptions): Promise<BetterShelf | undefined>;
	move(pack: InstalledPack, to: ShelfId, o?: CallOptions): AsyncIterable<MoveProgress>;
}

/** Brings installed packs from one shelf to another. Runs in a worker. */
export class PackMover implements MoverContract {
	readonly #shelves: Shelves;

	constructor(shelves: Shelves) {
		this.#shelves = shelves;
	}

	/** The faster shelf, if any file of the pack is not on it. The first call on a device measures it. */
	async betterShelf({ manifest, engine }: InstalledPack): Promise<BetterShelf | undefined> {
		const to = await this.#shelves.preferred();
		for (const { sha256 } of fileSetFor(manifest, engine).files) {
			const from = await this.#shelves.shelfOf(sha256);
			if (from && from !== to) return { from, to };
		}
		return undefined;
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
