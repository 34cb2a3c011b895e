import { tryLock } from '../lib/web-lock.ts';
import { installLock } from './installer.ts';
import type { InstalledPack } from './installed-pack.ts';
import type { InstalledPackRepository } from './installed-pack-repository.ts';
import type { PackFiles } from './pack-files.ts';
import type { PendingInstallationRepository } from './pending-installation-repository.ts';

interface Dependencies {
	readonly installed: InstalledPackRepository;
	readonly pending: PendingInstallationRepository;
	readonly files: PackFiles;
}

/**
 * A pack that was removed and can come back, as long as its files are there: until `finish`, or until this tab ends
 * and Quern is opened again. Meanwhile it holds the pack's lock, so that no other tab takes it for given up.
 */
export class RemovedPack {
	readonly pack: InstalledPack;
	readonly #dependencies: Dependencies;
	readonly #release: (() => void) | undefined;
	#isOver = false;

	/** Removes an installed pack. Throws what the database throws, and then nothing is changed. */
	static async remove(pack: InstalledPack, dependencies: Dependencies): Promise<RemovedPack> {
		// Where another engine's files of the pack are being fetched it is held already.
		const release = await tryLock(installLock(pack.manifest.id));
		try {
			await dependencies.pending.reopen(pack.manifest, pack.engine, { removed: true });
			return new RemovedPack(pack, dependencies, release);
		} catch (error) {
			release?.();
			throw error;
		}
	}

	private constructor(
		pack: InstalledPack,
		dependencies: Dependencies,
		release: (() => void) | undefined,
	) {
		this.pack = pack;
		this.#dependencies = dependencies;
		this.#release = release;
	}

	/** Installs it again as it was; does nothing once it is over. Throws `corrupt` where files have gone. */
	async restore(): Promise<void> {
		await this.#end(() => this.#dependencies.installed.record(this.pack));
	}

	/** Deletes its files, but for what others need; does nothing once it is over. */
	async finish(): Promise<void> {
		const { manifest, engine } = this.pack;
		await this.#end(() => this.#dependencies.files.forgetRemoved(manifest, engine));
	}

	/** Leaves its files to an installation of the same pack. */
	async handOver(): Promise<void> {
		await this.#end(async () => {});
	}

	async #end(work: () => Promise<void>): Promise<void> {
		if (this.#isOver) return;
		this.#isOver = true;
		try {
			await work();
		} finally {
			this.#release?.();
		}
	}
}
