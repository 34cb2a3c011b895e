import { createSha256, hashBlob, type Sha256 } from '../../lib/sha256.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { PackFile } from '../manifest.ts';

/**
 * Appends bytes to a stored file, chunk by chunk, and hashes them on the way. Holds two chunks: one fills while
 * the other is being written.
 */
export class FileWriter {
	readonly #store: ShardStore;
	readonly #file: PackFile;
	readonly #hash: Sha256;
	#filling: Uint8Array<ArrayBuffer>;
	#spare: Uint8Array<ArrayBuffer>;
	#filled = 0;
	#stored = 0;
	#writing: Promise<void> = Promise.resolve();

	private constructor(store: ShardStore, file: PackFile, hash: Sha256, chunkBytes: number) {
		this.#store = store;
		this.#file = file;
		this.#hash = hash;
		this.#filling = new Uint8Array(chunkBytes);
		this.#spare = new Uint8Array(chunkBytes);
	}

	static async create(store: ShardStore, file: PackFile, chunkBytes: number): Promise<FileWriter> {
		return new FileWriter(store, file, await createSha256(), Math.min(chunkBytes, file.bytes));
	}

	/** Bytes of the file taken so far, whether on disk or still in memory. */
	get position(): number {
		return this.#stored + this.#filled;
	}

	/** Where the chunk that is being filled ends. */
	get chunkEnd(): number {
		return Math.min(this.#stored + this.#filling.length, this.#file.bytes);
	}

	/**
	 * Hashes what an earlier transfer left in the store, yielding the bytes done, and goes on behind it. What it left
	 * unreadable, or longer than the file, is deleted.
	 */
	async *resume(o: CallOptions): AsyncGenerator<number> {
		const partial = await this.#store.partial(this.#file.sha256).catch(() => undefined);
		if (!partial || partial.size > this.#file.bytes) {
			await this.#store.delete(this.#file.sha256);
			return;
		}
		yield* hashBlob(this.#hash, partial, o);
		this.#stored = partial.size;
	}

	/** Takes bytes; waits while both chunks are full. Throws what the store throws. */
	async append(bytes: Uint8Array): Promise<void> {
		for (let offset = 0; offset < bytes.length;) {
			const piece = bytes.subarray(offset, offset + this.#filling.length - this.#filled);
			this.#filling.set(piece, this.#filled);
			this.#filled += piece.length;
			offset += piece.length;
			if (this.#filled === this.#filling.length) await this.#flush();
		}
	}

	/** Writes the rest and returns the digest of the whole file. */
	async finish(): Promise<string> {
		if (this.#filled > 0) await this.#flush();
		await this.#writing;
		return this.#hash.digest();
	}

	/** Waits until no write is under way, however it ends. */
	async settle(): Promise<void> {
		await this.#writing.catch(() => {});
	}

	async #flush(): Promise<void> {
		const chunk = this.#filling.subarray(0, this.#filled);
		this.#hash.update(chunk);
		await this.#writing;
		this.#writing = this.#store.write(this.#file.sha256, this.#stored, chunk);
		// Its failure is thrown by the next flush, or by `finish`.
		this.#writing.catch(() => {});
		this.#stored += this.#filled;
		this.#filled = 0;
		[this.#filling, this.#spare] = [this.#spare, this.#filling];
	}
}
