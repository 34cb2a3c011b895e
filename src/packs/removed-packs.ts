import type { InstalledPack } from './installed-pack.ts';
import type { PackEngine } from './manifest.ts';
import { RemovedPack } from './removed-pack.ts';

type Dependencies = Parameters<typeof RemovedPack.remove>[1];

/** The packs that were removed in this tab, and not yet restored or forgotten. */
export class RemovedPacks {
	readonly #dependencies: Dependencies;
	readonly #packs: RemovedPack[] = [];

	constructor(dependencies: Dependencies) {
		this.#dependencies = dependencies;
	}

	/** Throws as `RemovedPack.remove` does. */
	async add(pack: InstalledPack): Promise<void> {
		this.#packs.push(await RemovedPack.remove(pack, this.#dependencies));
	}

	/** Takes it off the list: only one thing comes of a removal. */
	take(packId: string, engine: PackEngine): RemovedPack | undefined {
		const index = this.#packs.findIndex(
			({ pack }) => pack.manifest.id === packId && pack.engine === engine,
		);
		return index < 0 ? undefined : this.#packs.splice(index, 1)[0];
	}

	/** Deletes the files of all. */
	async finish(): Promise<void> {
		for (const removed of this.#packs.splice(0)) await removed.finish();
	}
}
