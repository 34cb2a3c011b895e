import { AppError, toAppError } from '../../lib/errors.ts';
import { createSha256, hashBlob, type Sha256 } from '../../lib/sha256.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { PackFile } from '../manifest.ts';

/** Chunks' worth of garbage that each chunk is counted as: its Blob, the ranges' Blobs, and haste. */
const BALLAST = 4;

/**
 * Appends bytes to a stored file, chunk by chunk, and hashes them on the way. It holds one chunk and waits for
 * each write, so a kill costs no more than that; meanwhile the browser goes on receiving.
 */
export class FileWriter {
	readonly #store: ShardStore;
	readonly #file: PackFile;
	#hash: Sha256;
	readonly #chunk: Uint8Array<ArrayBuffer>;
	#filled = 0;
	#stored = 0;
	#ballast: ArrayBuffer | undefined;

	private constructor(store: ShardStore, file: PackFile, hash: Sha256, chunkBytes: number) {
		this.#store = store;
		this.#file = file;
		this.#hash = hash;
		this.#chunk = new Uint8Array(chunkBytes);
	}

	static async create(store: ShardStore, file: PackFile, chunkBytes: number): Promise<FileWriter> {
		return new FileWriter(store, file, await createSha256(), Math.min(chunkBytes, file.bytes));
	}

	/** Bytes of the file taken so far, whether on disk or still in memory. */
	get position(): number {
		return this.#stored + this.#filled;
	}

	/** Bytes of the file that are on disk. */
	get stored(): number {
		return this.#stored;
	}

	/** Where the chunk that is being filled ends. */
	get chunkEnd(): number {
		return Math.min(this.#stored + this.#chunk.length, this.#file.bytes);
	}

	/**
	 * Hashes what an earlier transfer left in the store, yielding the bytes done, and goes on behind it. What
	 * cannot be read back, or is longer than the file, is deleted.
	 */
	async *resume(o: CallOptions): AsyncGenerator<number> {
		try {
			const partial = await this.#store.partial(this.#file.sha256);
			if (partial.size > this.#file.bytes) throw new AppError('corrupt', 'too many bytes');
			yield* hashBlob(this.#hash, partial, o);
			this.#stored = partial.size;
		} catch (error) {
			if (toAppError(error).code !== 'corrupt') throw error;
			await this.#store.delete(this.#file.sha256);
			this.#hash = await createSha256();
		}
	}

	/** Takes bytes, and writes each chunk that they fill. Throws what the store throws. */
	async append(bytes: Uint8Array): Promise<void> {
		for (let offset = 0; offset < bytes.length;) {
			const piece = bytes.subarray(offset, offset + this.#chunk.length - this.#filled);
			this.#chunk.set(piece, this.#filled);
			this.#filled += piece.length;
			offset += piece.length;
			if (this.#filled === this.#chunk.length) await this.#flush();
		}
	}

	/** Writes the rest and returns the digest of the whole file. */
	async finish(): Promise<string> {
		if (this.#filled > 0) await this.#flush();
		return this.#hash.digest();
	}

	async #flush(): Promise<void> {
		const filled = this.#chunk.subarray(0, this.#filled);
		this.#hash.update(filled);
		await this.#store.write(this.#file.sha256, this.#stored, filled);
		this.#stored += this.#filled;
		this.#filled = 0;
		// Browsers do not count Blobs as memory that a collection would free, and keep those of a whole pack
		// (measured in Chromium: 200 MB). They count this, which is never touched and so takes none.
		this.#ballast = new ArrayBuffer(BALLAST * this.#chunk.length);
	}
}
