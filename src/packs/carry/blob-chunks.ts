import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/** A Blob's bytes, piece by piece. Throws `corrupt` where the file has changed or gone meanwhile, and `aborted`. */
export async function* chunksOf(
	file: Blob,
	{ signal }: CallOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let offset = 0; offset < file.size; offset += CHUNK) {
		if (signal?.aborted) throw new AppError('aborted', 'the import was stopped');
		try {
			yield new Uint8Array(await file.slice(offset, offset + CHUNK).arrayBuffer());
		} catch (cause) {
			const data = { reason: 'unreadable' } as const;
			throw new AppError('corrupt', 'the file cannot be read', { cause, data });
		}
	}
}
