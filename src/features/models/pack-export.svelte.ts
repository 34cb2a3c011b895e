import { toAppError, type AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import type { PackLibrary } from '../../packs/pack-library.svelte.ts';
import { chooseTarget, download } from '../../ui/save-file.ts';

/** The writing of an installed pack to a file of the person's choice. */
export class PackExport {
	readonly #packs: PackLibrary;
	readonly #pack: InstalledPack;
	#fraction = $state.raw<number>();
	#saved = $state.raw<string>();
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

	/** Name of the file, once it is written. */
	get saved(): string | undefined {
		return this.#saved;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	async start(): Promise<void> {
		const { manifest, engine } = this.#pack;
		const name = `${manifest.id}-${engine}.quern`;
		const { signal } = (this.#running = new AbortController());
		this.#error = undefined;
		this.#saved = undefined;
		try {
			const target = await chooseTarget(name);
			this.#fraction = 0;
			const steps = this.#packs.exportPack(manifest.id, engine, target, { signal });
			for await (const { bytesDone, bytesTotal, file } of steps) {
				this.#fraction = bytesDone / bytesTotal;
				if (file) download(file, name);
			}
			this.#saved = target?.name ?? name;
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
}
