import { damagedBackup } from './backup-header.ts';

/** A piece of a backup's content: one value as JSON, or bytes that belong to the value before them. */
export type Frame =
	| { readonly kind: 'json'; readonly value: unknown }
	| { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> };

const KINDS = { json: 1, bytes: 2 } as const;
const HEAD_BYTES = 5;
/** A message of 64 MiB is one that nobody wrote. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const PART_BYTES = 1024 * 1024;

export function jsonFrame(value: unknown): Uint8Array<ArrayBuffer> {
	return frame(KINDS.json, new TextEncoder().encode(JSON.stringify(value)));
}

/** A Blob as frames of at most 1 MiB each. */
export async function* bytesFrames(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let offset = 0; offset < blob.size; offset += PART_BYTES) {
		const bytes = await blob.slice(offset, offset + PART_BYTES).arrayBuffer();
		yield frame(KINDS.bytes, new Uint8Array(bytes));
	}
}

function frame(kind: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
	if (payload.length > MAX_FRAME_BYTES) throw new RangeError(`a frame of ${payload.length} bytes`);
	const bytes = new Uint8Array(HEAD_BYTES + payload.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, payload.length, true);
	view.setUint8(4, kind);
	bytes.set(payload, HEAD_BYTES);
	return bytes;
}

/** Takes a content apart into its frames. Throws `corrupt` for what is none. */
export async function* readFrames(
	chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Frame> {
	let buffered = new Uint8Array();
	for await (const chunk of chunks) {
		buffered = joined(buffered, chunk);
		let offset = 0;
		for (;;) {
			const view = new DataView(buffered.buffer, buffered.byteOffset + offset);
			if (view.byteLength < HEAD_BYTES) break;
			const length = view.getUint32(0, true);
			if (length > MAX_FRAME_BYTES) throw damagedBackup('a frame that is too long');
			if (view.byteLength < HEAD_BYTES + length) break;
			const start = offset + HEAD_BYTES;
			yield decode(view.getUint8(4), buffered.subarray(start, start + length));
			offset = start + length;
		}
		buffered = buffered.slice(offset);
	}
	if (buffered.length > 0) throw damagedBackup('it ends within a frame');
}

function decode(kind: number, payload: Uint8Array<ArrayBuffer>): Frame {
	if (kind === KINDS.bytes) return { kind: 'bytes', bytes: payload.slice() };
	if (kind !== KINDS.json) throw damagedBackup(`a frame of kind ${kind}`);
	try {
		return { kind: 'json', value: JSON.parse(new TextDecoder().decode(payload)) };
	} catch (cause) {
		throw damagedBackup('a frame that is no JSON', cause);
	}
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
	const both = new Uint8Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}
