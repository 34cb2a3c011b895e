import type { CallOptions } from '../../lib/call-options.ts';
import { createCrc32 } from '../../lib/crc32.ts';
import { AppError } from '../../lib/errors.ts';
import type { ZipEntry } from './open-zip.ts';
import { readBytes } from './read-bytes.ts';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** The entry's bytes, piece by piece. Throws `corrupt` at the end if their CRC is wrong, and `aborted`. */
export async function* readEntry(
	entry: ZipEntry,
	{ signal }: CallOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const { name, blob } = entry;
	const crc = await createCrc32();
	for (let offset = 0; offset < blob.size; offset += CHUNK) {
		if (signal?.aborted) throw new AppError('aborted', `reading ${name} was stopped`);
		const bytes = await readBytes(blob, offset, Math.min(CHUNK, blob.size - offset));
		crc.update(bytes);
		yield bytes;
	}
	if (crc.value() !== entry.crc32) throw new AppError('corrupt', `zip: ${name} has a wrong CRC`);
}
