import { AppError } from '../../lib/errors.ts';

/** Exactly `length` bytes from `offset`. Throws `corrupt` if the file has not got them or cannot be read. */
export async function readBytes(
	blob: Blob,
	offset: number,
	length: number,
): Promise<Uint8Array<ArrayBuffer>> {
	if (offset < 0 || offset + length > blob.size) {
		throw new AppError('corrupt', `zip: no ${length} bytes at ${offset}`);
	}
	try {
		return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
	} catch (cause) {
		const data = { reason: 'unreadable' } as const;
		throw new AppError('corrupt', 'zip: the file cannot be read', { cause, data });
	}
}

export async function readView(blob: Blob, offset: number, length: number): Promise<DataView> {
	return new DataView((await readBytes(blob, offset, length)).buffer);
}

/** A 64-bit count. Throws `corrupt` for one that no file reaches. */
export function u64(view: DataView, offset: number): number {
	const value = view.getBigUint64(offset, true);
	if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new AppError('corrupt', `zip: ${value}`);
	return Number(value);
}
