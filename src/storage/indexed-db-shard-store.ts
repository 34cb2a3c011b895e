import { AppError } from '../lib/errors.ts';
import type { CallOptions } from '../lib/call-options.ts';
import type { Database } from './database.ts';
import type { ShardStore } from './shard-store.ts';

interface Chunk {
	readonly offset: number;
	readonly blob: Blob;
}

/** Reads chunk keys and values in the shape of both transactions that need them. */
interface ChunkReader {
	getAllKeys(range: IDBKeyRange): Promise<[string, number][]>;
	getAll(range: IDBKeyRange): Promise<Blob[]>;
}

/**
 * Pack files in IndexedDB. Each chunk is a Blob under [digest, offset], so the browser keeps its bytes in a
 * file of its own and neither the end of a partial file nor a read loads any. A record with the
 * length, written last, makes the file visible.
 */
export class IndexedDbShardStore implements ShardStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async has(digest: string): Promise<boolean> {
		const key = await this.#database.transact(['sealedFiles'], 'readonly', (transaction) =>
			transaction.objectStore('sealedFiles').getKey(digest),
		);
		return key !== undefined;
	}

	async read(digest: string): Promise<Blob | undefined> {
		const { bytes, chunks } = await this.#database.transact(
			['sealedFiles', 'chunks'],
			'readonly',
			async (transaction) => ({
				bytes: await transaction.objectStore('sealedFiles').get(digest),
				chunks: await chunksOf(transaction.objectStore('chunks'), digest),
			}),
		);
		if (bytes === undefined) return undefined;
		return join(digest, chunks, bytes);
	}

	async list(): Promise<{ digest: string; bytes: number }[]> {
		return this.#database.transact(['sealedFiles'], 'readonly', async (transaction) => {
			const store = transaction.objectStore('sealedFiles');
			const [digests, lengths] = await Promise.all([store.getAllKeys(), store.getAll()]);
			return digests.map((digest, i) => ({ digest, bytes: lengths[i] ?? 0 }));
		});
	}

	async written(digest: string): Promise<number> {
		return this.#database.transact(['sealedFiles', 'chunks'], 'readonly', async (transaction) => {
			if (await transaction.objectStore('sealedFiles').getKey(digest)) return 0;
			return endOf(transaction.objectStore('chunks'), digest);
		});
	}

	async partial(digest: string): Promise<Blob> {
		const chunks = await this.#database.transact(['chunks'], 'readonly', (transaction) =>
			chunksOf(transaction.objectStore('chunks'), digest),
		);
		return join(digest, chunks, lengthOf(chunks));
	}

	async write(
		digest: string,
		offset: number,
		chunk: Uint8Array<ArrayBuffer>,
		o: CallOptions = {},
	): Promise<void> {
		if (o.signal?.aborted) throw new AppError('aborted', 'write not begun');
		const blob = new Blob([chunk]);
		await this.#database.transact(
			['sealedFiles', 'chunks'],
			'readwrite',
			async (transaction) => {
				const chunks = transaction.objectStore('chunks');
				const isSealed = await transaction.objectStore('sealedFiles').getKey(digest);
				if (isSealed || (await endOf(chunks, digest)) !== offset) {
					throw new AppError('busy', `${digest} does not end at ${offset}`);
				}
				await chunks.add(blob, [digest, offset]);
			},
			'strict',
		);
	}

	async seal(digest: string, bytes: number): Promise<void> {
		await this.#database.transact(
			['sealedFiles', 'chunks'],
			'readwrite',
			async (transaction) => {
				join(digest, await chunksOf(transaction.objectStore('chunks'), digest), bytes);
				await transaction.objectStore('sealedFiles').put(bytes, digest);
			},
			'strict',
		);
	}

	async delete(digest: string): Promise<void> {
		await this.#database.transact(['sealedFiles', 'chunks'], 'readwrite', async (transaction) => {
			await Promise.all([
				transaction.objectStore('sealedFiles').delete(digest),
				transaction.objectStore('chunks').delete(rangeOf(digest)),
			]);
		});
	}
}

function rangeOf(digest: string): IDBKeyRange {
	return IDBKeyRange.bound([digest, 0], [digest, Infinity]);
}

async function chunksOf(store: ChunkReader, digest: string): Promise<Chunk[]> {
	const range = rangeOf(digest);
	const [keys, blobs] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
	return blobs.map((blob, i) => ({ offset: keys[i]?.[1] ?? NaN, blob }));
}

/** Where the last chunk ends. */
async function endOf(
	store: {
		openCursor(
			range: IDBKeyRange,
			direction: 'prev',
		): Promise<{ key: [string, number]; value: Blob } | null>;
	},
	digest: string,
): Promise<number> {
	const last = await store.openCursor(rangeOf(digest), 'prev');
	return last ? last.key[1] + last.value.size : 0;
}

function lengthOf(chunks: readonly Chunk[]): number {
	return chunks.reduce((sum, { blob }) => sum + blob.size, 0);
}

/** One Blob over the chunks, without a copy. Throws `corrupt` if one is missing, cut or too many. */
function join(digest: string, chunks: readonly Chunk[], bytes: number): Blob {
	let end = 0;
	for (const { offset, blob } of chunks) {
		if (offset !== end) break;
		end += blob.size;
	}
	if (end !== bytes || lengthOf(chunks) !== bytes) {
		throw new AppError('corrupt', `${digest} holds ${end} bytes in place of ${bytes}`, {
			data: { reason: 'length' },
		});
	}
	return new Blob(chunks.map(({ blob }) => blob));
}
