import { AppError } from './errors.ts';

/** The bytes of a Blob that lies on disk. Throws `corrupt` if they cannot be read back. */
export async function readBlob(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await blob.arrayBuffer());
	} catch (cause) {
		throw new AppError('corrupt', 'stored bytes cannot be read', {
			cause,
			data: { reason: 'unreadable' },
		});
	}
}
