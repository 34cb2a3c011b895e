import { createCRC32 } from 'hash-wasm';

/** CRC-32 as zip, gzip and PNG use it, over bytes as they come; `value` gives it once. */
export interface Crc32 {
	update(bytes: Uint8Array): void;
	value(): number;
}

export async function createCrc32(): Promise<Crc32> {
	const hash = await createCRC32();
	return {
		update: (bytes) => void hash.update(bytes),
		value: () => Number.parseInt(hash.digest('hex'), 16),
	};
}
