import { toAppError, type AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackLibrary } from '../../packs/pack-library.svelte.ts';
import type { ShelfId } from '../../storage/shelves.ts';
import type { PackPlace } from '../../packs/pack-mover.ts';

/** Where an installed pack lies on this device, and its move to another place. */
export class PackMove {
	readonly #packs: Pick<PackLibrary, 'placeOf' | 'move'>;
	readonly #pack: InstalledPack;
	#place = $state.raw<PackPlace>();
	#fraction = $state.raw<number>();
	#error = $state.raw<AppError>();

	constructor(packs: Pick<PackLibrary, 'placeOf' | 'move'>, pack: InstalledPack) {
		this.#packs = packs;
		this.#pack = pack;
	}

	/** Where it is and could be; undefined where there is one place only, or it is unknown. */
	get place(): PackPlace | undefined {
		return this.#place;
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
		this.#place = await this.#packs.placeOf(manifest.id, engine).catch(() => undefined);
	}

	/** Moves the pack. Where it is then; undefined if it could not be moved. */
	async move(): Promise<ShelfId | undefined> {
		if (!this.#place || this.#fraction !== undefined) return undefined;
		const { to } = this.#place;
		const { manifest, engine } = this.#pack;
		this.#error = undefined;
		this.#fraction = 0;
		try {
			const steps = this.#packs.move(manifest.id, engine, to);
			for await (const { bytesDone, bytesTotal } of steps) this.#fraction = bytesDone / bytesTotal;
			await this.look();
			return to;
		} catch (error) {
			this.#error = toAppError(error);
			return undefined;
		} finally {
			this.#fraction = undefined;
		}
	}
}
