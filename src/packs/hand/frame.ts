import { notTheProtocol } from './messages.ts';
import { MAX_MESSAGE_BYTES } from './wire.ts';

/** Index of the file as 32 bits, offset in it as two times 32, big-endian; then the bytes. */
const HEADER = 12;

/** Bytes of a file that one message carries at most. */
export const MAX_PAYLOAD = MAX_MESSAGE_BYTES - HEADER;

/** A part of a file. */
export interface Frame {
	readonly index: number;
	readonly offset: number;
	readonly payload: Uint8Array<ArrayBuffer>;
}

export function encodeFrame({ index, offset, payload }: Frame): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(HEADER + payload.length);
	const header = new DataView(bytes.buffer);
	header.setUint32(0, index);
	header.setUint32(4, Math.floor(offset / 2 ** 32));
	header.setUint32(8, offset % 2 ** 32);
	bytes.set(payload, HEADER);
	return bytes;
}

/** Reads a frame from outside. Throws `invalid-input` (`not-the-protocol`) for an empty or oversized one. */
export function decodeFrame(message: ArrayBuffer): Frame {
	if (message.byteLength <= HEADER || message.byteLength > MAX_MESSAGE_BYTES) {
		throw notTheProtocol(`a frame of ${message.byteLength} bytes`);
	}
	const header = new DataView(message);
	return {
		index: header.getUint32(0),
		offset: header.getUint32(4) * 2 ** 32 + header.getUint32(8),
		payload: new Uint8Array(message, HEADER),
	};
}
