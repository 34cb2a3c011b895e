import { AppError } from '../lib/errors.ts';
import { sha256Of } from './sha256-of.ts';
import type { PackFile } from '../packs/manifest.ts';
import type { ShardStore } from '../storage/shard-store.ts';

/**
 * Reads a pack's files from the store into memory and checks each digest again: a disk can rot after
 * the install. The file that follows is read and hashed while the engine is busy with one, so at most
 * two are in memory and the check costs next to no time (see README.md).
 */
export class VerifiedFiles {
	readonly #store: Pick<ShardStore, 'read' | 'readBytes'>;
	readonly #files: readonly PackFile[];
	readonly #ahead = new Map<PackFile, Promise<ArrayBuffer>>();

	/** `files` in the order in which they will be asked for. */
	constructor(store: Pick<ShardStore, 'read' | 'readBytes'>, files: readonly PackFile[]) {
		this.#store = store;
		this.#files = files;
	}

	/** The file's bytes, which the caller owns. Throws `corrupt` where it is missing or changed. */
	read(file: PackFile): Promise<ArrayBuffer> {
		const bytes = this.#begin(file);
		this.#ahead.delete(file);
		const next = this.#files[this.#files.indexOf(file) + 1];
		if (next) bytes.then(() => this.#begin(next)).catch(() => {});
		return bytes;
	}

	#begin(file: PackFile): Promise<ArrayBuffer> {
		let bytes = this.#ahead.get(file);
		if (!bytes) {
			bytes = this.#load(file);
			bytes.catch(() => {});
			this.#ahead.set(file, bytes);
		}
		return bytes;
	}

	async #load({ path, sha256: expected }: PackFile): Promise<ArrayBuffer> {
		const store = this.#store;
		const bytes = store.readBytes
			? await store.readBytes(expected)
			: await (await store.read(expected))?.arrayBuffer();
		if (!bytes) throw new AppError('corrupt', `${path} is not installed`, { data: { file: path } });
		if ((await sha256Of(bytes)) !== expected) {
			throw new AppError('corrupt', `${path} has changed on disk`, { data: { file: path } });
		}
		return bytes;
	}
}
