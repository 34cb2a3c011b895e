import { writeZip, type ZipInput } from '../../formats/zip/write-zip.ts';
import type { ExportProgress } from './export-pack.ts';
import type { Origins } from './read-verified.ts';

/**
 * Writes a zip to `target`, or without it makes a Blob, with the last value: what was read from the store is then
 * referred to, not copied. `bytesTotal` counts the stored bytes. What an input throws ends it; `target` stays
 * as it was.
 */
export async function* writeArchive(
	inputs: readonly ZipInput[],
	origins: Origins,
	target: FileSystemFileHandle | undefined,
	bytesTotal: number,
): AsyncGenerator<ExportProgress> {
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
