import { toAppError, type AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackLibrary } from '../../packs/pack-library.svelte.ts';
import type { BetterShelf } from '../../packs/pack-mover.ts';

/** Whether an installed pack would be read faster from another place on this device, and its move there. */
export class PackMove {
	readonly #packs: Pick<PackLibrary, 'betterShelf' | 'move'>;
	readonly #pack: InstalledPack;
	#better = $state.raw<BetterShelf>();
	#fraction = $state.raw<number>();
	#error = $state.raw<AppError>();

	constructor(packs: Pick<PackLibrary, 'betterShelf' | 'move'>, pack: InstalledPack) {
		this.#packs = packs;
		this.#pack = pack;
	}

	/** Where it is and where it would be faster; undefined where it is as fast as it can be, or unknown. */
	get better(): BetterShelf | undefined {
		return this.#better;
	}

	/** From 0 to 1 while it moves. */
	get fraction(): number | undefined {
		return this.#fraction;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Asks; the first time on a device that takes a measurement of a second. */
	async look(): Promise<void> {
		const { manifest, engine } = this.#pack;
		// It is only an offer: what cannot be told is not offered.
		this.#better = await this.#packs.betterShelf(manifest.id, engine).catch(() => undefined);
	}

	/** Moves the pack. True if it is there. */
	async move(): Promise<boolean> {
		if (!this.#better || this.#fraction !== undefined) return false;
		const { manifest, engine } = this.#pack;
		this.#error = undefined;
		this.#fraction = 0;
		try {
			const steps = this.#packs.move(manifest.id, engine, this.#better.to);
			for await (const { bytesDone, bytesTotal } of steps) this.#fraction = bytesDone / bytesTotal;
			this.#better = undefined;
			return true;
		} catch (error) {
			this.#error = toAppError(error);
			return false;
		} finally {
			this.#fraction = undefined;
		}
	}
}
