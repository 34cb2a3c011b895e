import { toAppError } from '../lib/errors.ts';
import { withLock } from '../lib/web-lock.ts';
import type { ShardStore } from '../storage/shard-store.ts';
import type { InstalledPackRepository } from './installed-pack-repository.ts';
import { fileSetFor, type FileSet, type PackEngine, type PackManifest } from './manifest.ts';
import type { PendingInstallationRepository } from './pending-installation-repository.ts';
import type { PendingInstallation } from './records/pending-installation.ts';

/** Deleting files and claiming them exclude each other, in all tabs. Held for moments only. */
const LOCK = 'quern:pack-files';

/**
 * The stored files and who needs them. Equal files of several packs are stored once, so one is deleted only
 * when no installed pack and no pending installation has it.
 */
export class PackFiles {
	readonly #installed: InstalledPackRepository;
	readonly #pending: PendingInstallationRepository;
	readonly #shards: ShardStore;

	constructor(
		installed: InstalledPackRepository,
		pending: PendingInstallationRepository,
		shards: ShardStore,
	) {
		this.#installed = installed;
		this.#pending = pending;
		this.#shards = shards;
	}

	/** Bytes of the set that are in the store, complete or not. */
	async bytesStored(set: FileSet): Promise<number> {
		const sealed = new Map((await this.#shards.list()).map((file) => [file.digest, file.bytes]));
		let sum = 0;
		for (const digest of digestsOf(set)) {
			sum += sealed.get(digest) ?? (await this.#shards.written(digest));
		}
		return sum;
	}

	/** Whether every file of the set is sealed with its length. */
	async isComplete(set: FileSet): Promise<boolean> {
		const sealed = new Map((await this.#shards.list()).map((file) => [file.digest, file.bytes]));
		return set.files.every((file) => sealed.get(file.sha256) === file.bytes);
	}

	/**
	 * Deletes those files of the set that are sealed and have lost bytes since, as their length tells: they are to be
	 * brought anew. Nothing is read.
	 */
	async dropCut(set: FileSet): Promise<void> {
		for (const digest of digestsOf(set)) {
			try {
				await this.#shards.read(digest);
			} catch (error) {
				if (toAppError(error).code !== 'corrupt') throw error;
				await this.#shards.delete(digest);
			}
		}
	}

	/** Claims the files of an installation that begins: from now on no removal deletes them. */
	async claim(manifest: PackManifest, engine: PackEngine): Promise<void> {
		await withLock(LOCK, () => this.#pending.add(manifest, engine));
	}

	/**
	 * Claims the files of a pack that is being made here, as far as they are known: called again for each. A pack that
	 * is not made to the end does not outlive a restart of the app.
	 */
	async claimMade(manifest: PackManifest, engine: PackEngine): Promise<void> {
		await withLock(LOCK, () => this.#pending.add(manifest, engine, { fromFile: true }));
	}

	/**
	 * Claims the files of an import from a file. Releasing it gives them up again, unless they were being
	 * fetched before: then that may go on.
	 */
	async claimFromFile(
		manifest: PackManifest,
		engine: PackEngine,
	): Promise<{ release(): Promise<void> }> {
		return withLock(LOCK, async () => {
			const isOther = (pending: PendingInstallation) =>
				pending.manifest.id !== manifest.id || pending.engine !== engine;
			if (!(await this.#pending.list()).items.every(isOther)) return { release: async () => {} };
			await this.#pending.add(manifest, engine, { fromFile: true });
			return { release: () => this.abandon(manifest, engine) };
		});
	}

	/**
	 * Claims the files of a pack that a device near passes on: they outlive a broken connection. What was begun to be
	 * fetched stays so.
	 */
	async claimFromHand(manifest: PackManifest, engine: PackEngine): Promise<void> {
		await withLock(LOCK, async () => {
			const isFetched = ({ manifest: { id }, removed, ...pending }: PendingInstallation) =>
				id === manifest.id && pending.engine === engine && !removed;
			if ((await this.#pending.list()).items.some(isFetched)) return;
			await this.#pending.add(manifest, engine, { fromHand: true });
		});
	}

	/** Gives an installation up and deletes what it brought, but for what others need. */
	async abandon(manifest: PackManifest, engine: PackEngine): Promise<void> {
		await withLock(LOCK, () => this.#giveUp(manifest, engine));
	}

	/** Deletes what a removed pack leaves, but for what others need: another tab may install the same again. */
	async forgetRemoved(manifest: PackManifest, engine: PackEngine): Promise<void> {
		await withLock(LOCK, async () => {
			const pending = (await this.#pending.list()).items.find(isOf(manifest, engine));
			if (pending && !pending.removed) await this.#deleteUnused(fileSetFor(manifest, engine));
			else await this.#giveUp(manifest, engine);
		});
	}

	/** Deletes those files of the set that nobody needs any more. */
	async deleteUnused(set: FileSet): Promise<void> {
		await withLock(LOCK, () => this.#deleteUnused(set));
	}

	/** The record goes last: cut off before, it says that there are files to delete still. */
	async #giveUp(manifest: PackManifest, engine: PackEngine): Promise<void> {
		await this.#deleteUnused(fileSetFor(manifest, engine), isOf(manifest, engine));
		await this.#pending.remove(manifest.id, engine);
	}

	/** `isGivenUp` names what does not need its files any more though it is pending. */
	async #deleteUnused(
		set: FileSet,
		isGivenUp: (pending: PendingInstallation) => boolean = () => false,
	): Promise<void> {
		const [installed, pending] = await Promise.all([this.#installed.list(), this.#pending.list()]);
		const users = [...installed.items, ...pending.items.filter((each) => !isGivenUp(each))];
		const needed = new Set(
			users.flatMap(({ manifest, engine }) => digestsOf(fileSetFor(manifest, engine))),
		);
		for (const digest of digestsOf(set)) {
			if (!needed.has(digest)) await this.#shards.delete(digest);
		}
	}
}

function digestsOf(set: FileSet): string[] {
	return [...new Set(set.files.map((file) => file.sha256))];
}

function isOf({ id }: PackManifest, engine: PackEngine): (pending: PendingInstallation) => boolean {
	return (pending) => pending.manifest.id === id && pending.engine === engine;
}
