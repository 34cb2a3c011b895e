import { AppError, toAppError } from '../../lib/errors.ts';
import { readBlob } from '../../lib/read-blob.ts';
import { createSha256, hashBlob, type Sha256 } from '../../lib/sha256.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { PackFile } from '../manifest.ts';

/** Times as much garbage as bytes that are written: their Blob, the ranges' Blobs, and haste. */
const BALLAST = 4;

/** A part of the file that is to be brought by one request. What came of it lies before `position`. */
export interface Claim {
	position: number;
	end: number;
	isUnderWay: boolean;
}

/**
 * Brings the bytes of a file into their order, hashes them on the way and stores them piece by piece. It holds a
 * window of one chunk that follows what is stored: several requests may fill it at a time, anywhere, and so a
 * kill costs no more than a chunk, however many they are. It waits for each write; meanwhile the browser receives.
 */
export class FileWriter {
	readonly #store: ShardStore;
	readonly #file: PackFile;
	/** The window. The byte at an offset lies at that offset modulo the window's length. */
	readonly #window: Uint8Array<ArrayBuffer>;
	#hash: Sha256;
	#stored = 0;
	/** From what is stored on, in order and end to end. */
	#claims: Claim[] = [];
	/** Bytes of one write, which ends at a multiple of them. */
	#unit: number;
	#writing: Promise<void> = Promise.resolve();
	#ballast: ArrayBuffer | undefined;

	private constructor(store: ShardStore, file: PackFile, hash: Sha256, chunkBytes: number) {
		this.#store = store;
		this.#file = file;
		this.#hash = hash;
		this.#unit = chunkBytes;
		this.#window = new Uint8Array(Math.min(chunkBytes, file.bytes));
	}

	static async create(store: ShardStore, file: PackFile, chunkBytes: number): Promise<FileWriter> {
		return new FileWriter(store, file, await createSha256(), chunkBytes);
	}

	/** Bytes from the file's beginning that are here without a gap, on disk or in memory. */
	get position(): number {
		let position = this.#stored;
		for (const claim of this.#claims) {
			position = claim.position;
			if (claim.position < claim.end) break;
		}
		return position;
	}

	/** Bytes of the file that are on disk. */
	get stored(): number {
		return this.#stored;
	}

	/** Bytes of the file that are here, wherever in it they belong. */
	get received(): number {
		let missing = 0;
		for (const { position, end } of this.#claims) missing += end - position;
		return this.#tail - missing;
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
			await this.restart();
		}
	}

	/** Up to `most` bytes that lie before `position`. Throws `corrupt` if they cannot be read back. */
	async before(most: number): Promise<Uint8Array<ArrayBuffer>> {
		const { position } = this;
		const first = Math.max(0, position - most);
		const bytes = new Uint8Array(position - first);
		if (first < this.#stored) {
			const partial = await this.#store.partial(this.#file.sha256);
			bytes.set(await readBlob(partial.slice(first, this.#stored)));
		}
		for (let at = Math.max(first, this.#stored); at < position; at++) {
			bytes[at - first] = this.#window[at % this.#window.length]!;
		}
		return bytes;
	}

	/** Deletes what there is and begins anew. */
	async restart(): Promise<void> {
		await this.#store.delete(this.#file.sha256);
		this.#hash = await createSha256();
		this.#claims = [];
		this.#stored = 0;
	}

	/**
	 * The next bytes to ask for, `largest` at most: what was claimed and has not come, else what follows. Undefined
	 * where the window or the file ends. Writes and claims end at multiples of `unit`, a part of a chunk.
	 */
	claim(largest: number, unit: number): Claim | undefined {
		this.#unit = unit;
		const left = this.#claims.find((claim) => !claim.isUnderWay && claim.position < claim.end);
		if (left) {
			if (left.end - left.position > largest) this.#split(left, left.position + largest);
			left.isUnderWay = true;
			return left;
		}
		const first = this.#tail;
		const most = Math.min(this.#stored + this.#window.length, this.#file.bytes);
		const end = Math.min(first + largest, this.#unitEnd(first), most);
		if (end <= first) return undefined;
		const claim = { position: first, end, isUnderWay: true };
		this.#claims.push(claim);
		return claim;
	}

	/** Claims all the rest, from the first gap on. What came behind it is dropped: nobody else may be at work. */
	claimRest(): Claim {
		const { position } = this;
		this.#claims = [{ position, end: this.#file.bytes, isUnderWay: true }];
		return this.#claims[0]!;
	}

	/** Whoever had the claim has ended; what has not come may be claimed again. */
	release(claim: Claim): void {
		claim.isUnderWay = false;
	}

	/** Takes the next bytes of a claim, and writes what is complete with them. Throws what the store throws. */
	async put(claim: Claim, bytes: Uint8Array): Promise<void> {
		for (let offset = 0; offset < bytes.length;) {
			const from = claim.position % this.#window.length;
			const room = Math.min(
				this.#stored + this.#window.length - claim.position,
				this.#window.length - from,
			);
			const piece = bytes.subarray(offset, offset + room);
			this.#window.set(piece, from);
			claim.position += piece.length;
			offset += piece.length;
			await this.#writeUnits();
		}
	}

	/** Takes the next bytes of a file that comes from its beginning to its end. */
	async append(bytes: Uint8Array): Promise<void> {
		await this.put(this.#claims[0] ?? this.claimRest(), bytes);
	}

	/** Writes the rest and returns the digest of the whole file. */
	async finish(): Promise<string> {
		await this.#writeUpTo(this.position);
		return this.#hash.digest();
	}

	/** Where the last claim ends. */
	get #tail(): number {
		return this.#claims.at(-1)?.end ?? this.#stored;
	}

	#unitEnd(offset: number): number {
		return (Math.floor(offset / this.#unit) + 1) * this.#unit;
	}

	#split(claim: Claim, at: number): void {
		const rest = { position: at, end: claim.end, isUnderWay: false };
		claim.end = at;
		this.#claims.splice(this.#claims.indexOf(claim) + 1, 0, rest);
	}

	/** Writes what is complete, one write after another. Whoever brings the bytes waits, so that memory stays bounded. */
	#writeUnits(): Promise<void> {
		if (this.position < this.#unitEnd(this.#stored)) return Promise.resolve();
		this.#writing = this.#writing.then(async () => {
			const { position } = this;
			await this.#writeUpTo(position - (position % this.#unit));
		});
		return this.#writing;
	}

	async #writeUpTo(end: number): Promise<void> {
		while (this.#stored < end) {
			const from = this.#stored % this.#window.length;
			const piece = this.#window.subarray(from, from + end - this.#stored);
			this.#hash.update(piece);
			await this.#store.write(this.#file.sha256, this.#stored, piece);
			this.#stored += piece.length;
			this.#claims = this.#claims.filter((claim) => claim.end > this.#stored);
			// Browsers do not count Blobs as memory that a collection would free, and keep those of a whole pack
			// (measured in Chromium: 200 MB). They count this, which is never touched and so takes none.
			this.#ballast = new ArrayBuffer(BALLAST * piece.length);
		}
	}
}
