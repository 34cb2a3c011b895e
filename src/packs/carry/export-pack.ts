import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { createSha256 } from '../../lib/sha256.ts';
import { writeZip, type ZipInput } from '../../formats/zip/write-zip.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { InstalledPack } from '../installed-pack.ts';
import { bytesOf, distinctFiles, fileSetFor, type PackFile } from '../manifest.ts';
import { encodeHeader, entryName, HEADER_NAME } from './pack-file.ts';

export interface ExportProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
	/** The whole file, with the last value, where no handle was given to write to. */
	readonly file?: Blob;
}

/** Bytes read and written at a time. */
const CHUNK = 4 * 1024 * 1024;

/** Where each chunk was read from. */
type Origins = WeakMap<Uint8Array, Blob>;

/**
 * Writes an installed pack as a `.quern` file to `target`, or without it makes a Blob whose weights are those
 * in the store, not a copy. Every file is hashed on the way: throws `corrupt` with `data.file`
 * rather than pass on a damaged one, and `aborted`; `target` then stays as it was.
 */
export async function* exportPack(
	pack: InstalledPack,
	shards: Pick<ShardStore, 'read'>,
	target: FileSystemFileHandle | undefined,
	o: CallOptions = {},
): AsyncGenerator<ExportProgress> {
	const set = fileSetFor(pack.manifest, pack.engine);
	const bytesTotal = bytesOf(set);
	const origins: Origins = new WeakMap();
	const modifiedAt = new Date(pack.installedAt);
	const inputs: ZipInput[] = [
		{ name: HEADER_NAME, modifiedAt, chunks: once(encodeHeader(pack)) },
		...distinctFiles(set).map((file) => ({
			name: entryName(file.sha256),
			modifiedAt,
			chunks: readVerified(file, shards, origins, o),
		})),
	];
	const sink = target ? await FileSink.open(target) : new BlobSink(origins);
	let isDone = false;
	try {
		let bytesDone = 0;
		for await (const chunk of chunksOf(await writeZip(inputs))) {
			await sink.write(chunk);
			if (origins.has(chunk)) bytesDone += chunk.length;
			yield { bytesDone, bytesTotal };
		}
		const file = await sink.close();
		isDone = true;
		yield { bytesDone: bytesTotal, bytesTotal, ...(file && { file }) };
	} finally {
		if (!isDone) await sink.abort();
	}
}

async function* once(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	yield bytes;
}

/** A stored file's bytes, noting where each chunk is from. Throws `corrupt` where they are not the file's. */
async function* readVerified(
	file: PackFile,
	shards: Pick<ShardStore, 'read'>,
	origins: Origins,
	{ signal }: CallOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const hash = await createSha256();
	const blob = await shards.read(file.sha256);
	if (blob?.size !== file.bytes) throw damaged(file);
	for (let offset = 0; offset < blob.size; offset += CHUNK) {
		if (signal?.aborted) throw new AppError('aborted', 'the export was stopped');
		const slice = blob.slice(offset, offset + CHUNK);
		const bytes = new Uint8Array(
			await slice.arrayBuffer().catch((cause: unknown) => {
				throw damaged(file, cause);
			}),
		);
		hash.update(bytes);
		origins.set(bytes, slice);
		yield bytes;
	}
	if (hash.digest() !== file.sha256) throw damaged(file);
}

function damaged(file: PackFile, cause?: unknown): AppError {
	const data = { reason: 'digest', file: file.path } as const;
	return new AppError('corrupt', `${file.path} is damaged`, { cause, data });
}

/** ReadableStream's own iterator is missing in Safari. */
async function* chunksOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
}

/** Writes beside the file until `close`, which puts it in the file's place. */
class FileSink {
	readonly #stream: FileSystemWritableFileStream;

	private constructor(stream: FileSystemWritableFileStream) {
		this.#stream = stream;
	}

	static async open(target: FileSystemFileHandle): Promise<FileSink> {
		return new FileSink(await target.createWritable());
	}

	write(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
		return this.#stream.write(chunk);
	}

	async close(): Promise<undefined> {
		await this.#stream.close();
	}

	async abort(): Promise<void> {
		await this.#stream.abort().catch(() => {});
	}
}

/** Puts a Blob together: what is in the store is referred to, only headers are held. */
class BlobSink {
	readonly #origins: Origins;
	readonly #parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];

	constructor(origins: Origins) {
		this.#origins = origins;
	}

	async write(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
		this.#parts.push(this.#origins.get(chunk) ?? chunk);
	}

	async close(): Promise<Blob> {
		return new Blob(this.#parts, { type: 'application/zip' });
	}

	async abort(): Promise<void> {}
}
