import { AppError } from './errors.ts';
import type { CallOptions } from './call-options.ts';
import { readBlob } from './read-blob.ts';

/** SHA-256 over bytes as they come; `digest` gives lowercase hex, once. */
export interface Sha256 {
	update(bytes: Uint8Array): void;
	digest(): string;
}

export async function createSha256(): Promise<Sha256> {
	// Apart from the shell: it carries its WebAssembly with it, and most pages hash nothing.
	const { createSHA256 } = await import('hash-wasm');
	const hash = await createSHA256();
	return {
		update: (bytes) => void hash.update(bytes),
		digest: () => hash.digest('hex'),
	};
}

/** Bytes read at a time: what hashing a Blob holds in memory. */
const SLICE = 4 * 1024 * 1024;

/**
 * Feeds a Blob to `hash` piece by piece and yields how many bytes it has taken so far. Throws `corrupt` if
 * the bytes cannot be read back, and `aborted`.
 */
export async function* hashBlob(
	hash: Sha256,
	blob: Blob,
	o: CallOptions = {},
): AsyncGenerator<number> {
	for (let offset = 0; offset < blob.size; offset += SLICE) {
		if (o.signal?.aborted) throw new AppError('aborted', 'hashing stopped');
		const slice = blob.slice(offset, offset + SLICE);
		hash.update(await readBlob(slice));
		yield offset + slice.size;
	}
}
