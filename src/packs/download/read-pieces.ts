import type { StallGuard } from './stall-guard.ts';

/** Bytes read at a time. */
const PIECE = 64 * 1024;

/**
 * Reads a stream in pieces, each of which is valid until the next one is asked for. Where the browser can, all
 * come in one buffer: those that it would make are garbage that is collected late, hundreds of megabytes
 * of it in a large download. Throws as `StallGuard.watch` does.
 */
export async function* readPieces(
	stream: ReadableStream<Uint8Array<ArrayBuffer>>,
	guard: StallGuard,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const reader = readerOf(stream);
	let buffer = new ArrayBuffer(PIECE);
	try {
		for (;;) {
			const { done, value } = await guard.watch(reader.read(new Uint8Array(buffer)));
			if (done) return;
			yield value;
			buffer = value.buffer;
		}
	} finally {
		reader.cancel().catch(() => {});
	}
}

/** What both kinds of reader have in common; the default reader brings its own buffers. */
interface PieceReader {
	read(into: Uint8Array<ArrayBuffer>): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;
	cancel(): Promise<void>;
}

/** Safari learned to read into a given buffer late, and not for every stream. */
function readerOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): PieceReader {
	try {
		return stream.getReader({ mode: 'byob' }) as PieceReader;
	} catch {
		const reader = stream.getReader();
		return { read: () => reader.read(), cancel: () => reader.cancel() };
	}
}
