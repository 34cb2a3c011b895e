import { open } from 'node:fs/promises';

/**
 * Opens a file as a `ByteSource` (src/formats/gguf/byte-source.ts) that must be closed.
 * @param {string} path
 */
export async function openFileSource(path) {
	const file = await open(path);
	const { size } = await file.stat();
	return {
		size,
		async read(offset, length) {
			const bytes = new Uint8Array(length);
			const { bytesRead } = await file.read(bytes, 0, length, offset);
			if (bytesRead !== length) throw new RangeError(`no ${length} bytes at ${offset} of ${path}`);
			return bytes;
		},
		close: () => file.close(),
	};
}
