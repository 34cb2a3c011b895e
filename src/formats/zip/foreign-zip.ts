import { AppError } from '../../lib/errors.ts';
import { CENTRAL, END, LOCAL, STORED } from './layout.ts';
import { readBytes, readView } from './read-bytes.ts';

/** A file within a zip file that another program wrote. */
export interface ForeignZipEntry {
	/** As it stands there: never a path to write to. */
	readonly name: string;
	readonly method: number;
	readonly packedBytes: number;
	readonly bytes: number;
	readonly offset: number;
}

const DEFLATED = 8;
/** A comment of the greatest length may follow the end record. */
const MAX_END_BYTES = END.bytes + 0xffff;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const ENCRYPTED = 1;

/** Whether a file begins as a zip file does. */
export async function isZip(file: Blob): Promise<boolean> {
	if (file.size < END.bytes) return false;
	return (await readView(file, 0, 4)).getUint32(0, true) === LOCAL.signature;
}

/**
 * The directory of a zip file of any program, with bounds. Throws `invalid-input` for what it cannot read (Zip64, parts) and
 * `corrupt` where it contradicts itself. What is taken from it is checked when it is read.
 */
export async function readForeignZip(file: Blob): Promise<ForeignZipEntry[]> {
	const tail = Math.min(file.size, MAX_END_BYTES);
	const view = await readView(file, file.size - tail, tail);
	let end = tail - END.bytes;
	while (end >= 0 && view.getUint32(end, true) !== END.signature) end--;
	if (end < 0) throw refused('no end record');
	const bytes = view.getUint32(end + 12, true);
	const offset = view.getUint32(end + 16, true);
	if (bytes > MAX_DIRECTORY_BYTES || bytes + offset > file.size) throw refused('directory');
	const directory = await readBytes(file, offset, bytes);
	const entries: ForeignZipEntry[] = [];
	for (let at = 0; at < directory.length;) {
		if (at + CENTRAL.bytes > directory.length) throw refused('directory');
		const header = new DataView(directory.buffer, at, CENTRAL.bytes);
		if (header.getUint32(0, true) !== CENTRAL.signature) throw refused('no entry');
		const nameEnd = at + CENTRAL.bytes + header.getUint16(28, true);
		if (nameEnd > directory.length) throw refused('directory');
		const isEncrypted = (header.getUint16(8, true) & ENCRYPTED) !== 0;
		entries.push({
			name: new TextDecoder().decode(directory.subarray(at + CENTRAL.bytes, nameEnd)),
			method: isEncrypted ? -1 : header.getUint16(10, true),
			packedBytes: header.getUint32(20, true),
			bytes: header.getUint32(24, true),
			offset: header.getUint32(42, true),
		});
		at = nameEnd + header.getUint16(30, true) + header.getUint16(32, true);
	}
	return entries;
}

/**
 * An entry's bytes as they are unpacked. Throws `corrupt` as soon as there are more than the directory says, so that a small file
 * cannot become an endless one.
 */
export async function* readForeignEntry(
	file: Blob,
	{ name, method, packedBytes, bytes, offset }: ForeignZipEntry,
): AsyncGenerator<Uint8Array> {
	if (method !== STORED && method !== DEFLATED) throw refused(`method ${method}`);
	const header = await readView(file, offset, LOCAL.bytes);
	if (header.getUint32(0, true) !== LOCAL.signature) throw refused(`${name} is not there`);
	const start = offset + LOCAL.bytes + header.getUint16(26, true) + header.getUint16(28, true);
	if (start + packedBytes > file.size) throw refused(`${name} is too long`);
	const packed = file.slice(start, start + packedBytes).stream();
	const stream =
		method === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.getReader();
	let read = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			read += value.length;
			if (read > bytes) throw refused(`${name} is longer than it says`);
			yield value;
		}
	} catch (cause) {
		throw cause instanceof AppError ? cause : refused(`${name} cannot be unpacked`, cause);
	} finally {
		await reader.cancel().catch(() => {});
	}
	if (read !== bytes) throw refused(`${name} is shorter than it says`);
}

function refused(why: string, cause?: unknown): AppError {
	const data = { reason: 'no-conversations' } as const;
	return new AppError('invalid-input', `zip: ${why}`, { cause, data });
}
