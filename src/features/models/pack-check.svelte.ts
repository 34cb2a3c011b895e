import { toAppError, type AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackLibrary } from '../../packs/pack-library.svelte.ts';

/** A check of an installed pack's files, and the repair of what it finds broken. */
export class PackCheck {
	readonly #packs: PackLibrary;
	readonly #pack: InstalledPack;
	#fraction = $state.raw<number>();
	#broken = $state.raw<readonly string[]>();
	#error = $state.raw<AppError>();
	#running: AbortController | undefined;

	constructor(packs: PackLibrary, pack: InstalledPack) {
		this.#packs = packs;
		this.#pack = pack;
	}

	/** From 0 to 1 while it runs. */
	get fraction(): number | undefined {
		return this.#fraction;
	}

	/** Paths of the damaged files, once it has ended. */
	get broken(): readonly string[] | undefined {
		return this.#broken;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	async start(): Promise<void> {
		const { manifest, engine } = this.#pack;
		const { signal } = (this.#running = new AbortController());
		let broken: readonly string[] = [];
		this.#broken = undefined;
		this.#error = undefined;
		this.#fraction = 0;
		try {
			for await (const progress of this.#packs.verify(manifest.id, engine, { signal })) {
				this.#fraction = progress.bytesDone / progress.bytesTotal;
				broken = progress.broken;
			}
			this.#broken = broken;
		} catch (error) {
			const failure = toAppError(error);
			if (failure.code !== 'aborted') this.#error = failure;
		} finally {
			this.#fraction = undefined;
		}
	}

	stop(): void {
		this.#running?.abort();
	}

	/** Fetches what is broken again: the pack is being installed from then on. */
	async repair(): Promise<void> {
		const { manifest, engine } = this.#pack;
		try {
			await this.#packs.repair(manifest.id, engine, this.#broken ?? []);
		} catch (error) {
			this.#error = toAppError(error);
		}
	}
}
