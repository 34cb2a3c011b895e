import { AppError } from './errors.ts';

/** What all segments of one stream share. A key must never meet the same `prefix` twice. */
export interface Seal {
	readonly key: CryptoKey;
	/** The first `PREFIX_BYTES` bytes of each segment's nonce. */
	readonly prefix: Uint8Array<ArrayBuffer>;
	/** Authenticated with every segment, and not part of it. */
	readonly header: Uint8Array<ArrayBuffer>;
	/** Plain bytes of each segment but the last, which may have fewer. */
	readonly segmentBytes: number;
}

export const PREFIX_BYTES = 7;
export const KEY_BYTES = 32;
const TAG_BYTES = 16;

export function importSealKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Encrypts a stream in segments by AES-GCM. A segment's nonce is the prefix, its number and whether it is the last one
 * (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár), so that none can be left out, moved or added.
 */
export async function* sealSegments(
	seal: Seal,
	chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let segment = new Uint8Array(seal.segmentBytes);
	let filled = 0;
	let number = 0;
	for await (const chunk of chunks) {
		for (let offset = 0; offset < chunk.length;) {
			// A full segment waits for one more byte: only then it is known not to be the last.
			if (filled === segment.length) {
				yield await encrypt(seal, number++, false, segment);
				segment = new Uint8Array(seal.segmentBytes);
				filled = 0;
			}
			const part = chunk.subarray(offset, offset + segment.length - filled);
			segment.set(part, filled);
			filled += part.length;
			offset += part.length;
		}
	}
	yield await encrypt(seal, number, true, segment.subarray(0, filled));
}

/** The plain bytes of what `sealSegments` wrote. Throws `corrupt` at the first segment that is not as it was written. */
export async function* openSegments(
	seal: Seal,
	sealed: Blob,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const step = seal.segmentBytes + TAG_BYTES;
	let number = 0;
	for (let offset = 0; offset < sealed.size || number === 0; offset += step) {
		const isLast = offset + step >= sealed.size;
		yield await decrypt(seal, number++, isLast, sealed.slice(offset, offset + step));
	}
}

async function encrypt(
	seal: Seal,
	number: number,
	isLast: boolean,
	bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
	const encrypted = await crypto.subtle.encrypt(algorithm(seal, number, isLast), seal.key, bytes);
	return new Uint8Array(encrypted);
}

async function decrypt(
	seal: Seal,
	number: number,
	isLast: boolean,
	blob: Blob,
): Promise<Uint8Array<ArrayBuffer>> {
	try {
		const bytes = await blob.arrayBuffer();
		return new Uint8Array(
			await crypto.subtle.decrypt(algorithm(seal, number, isLast), seal.key, bytes),
		);
	} catch (cause) {
		throw new AppError('corrupt', `segment ${number} is not as it was written`, { cause });
	}
}

function algorithm({ prefix, header }: Seal, number: number, isLast: boolean): AesGcmParams {
	const iv = new Uint8Array(12);
	iv.set(prefix);
	new DataView(iv.buffer).setUint32(PREFIX_BYTES, number);
	iv[11] = isLast ? 1 : 0;
	return { name: 'AES-GCM', iv, additionalData: header, tagLength: 8 * TAG_BYTES };
}
