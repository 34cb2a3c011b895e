import { AppError } from '../../lib/errors.ts';
import type { DirectoryPlace } from './end-of-directory.ts';
import { CENTRAL, FLAGS, SEE_64, STORED } from './layout.ts';
import { readBytes, u64 } from './read-bytes.ts';

/** What the central directory says of one file. */
export interface DirectoryEntry {
	readonly name: string;
	readonly bytes: number;
	readonly crc32: number;
	/** Where its local header is. */
	readonly offset: number;
}

/** A thousand shards with the longest names make a tenth of this. */
const MAX_DIRECTORY_BYTES = 1 << 20;
const MAX_NAME_BYTES = 200;
/** Plain segments only: no parent folders, no absolute paths, no backslashes, no folders as such. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

const UNIX = 3;
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;

/**
 * Reads the central directory. Throws `invalid-input` for what this profile does not have (compression,
 * encryption, links, folders, odd names, comments) and `corrupt` where it contradicts itself.
 */
export async function readCentralDirectory(
	blob: Blob,
	place: DirectoryPlace,
): Promise<DirectoryEntry[]> {
	if (place.bytes > MAX_DIRECTORY_BYTES) throw refused('directory is too large');
	const bytes = await readBytes(blob, place.offset, place.bytes);
	const entries: DirectoryEntry[] = [];
	const names = new Set<string>();
	for (let offset = 0; offset < bytes.length;) {
		const { entry, end } = readEntry(bytes, offset);
		// Some file systems do not tell cases apart.
		const name = entry.name.toLowerCase();
		if (names.has(name)) throw refused(`${entry.name} is there twice`);
		names.add(name);
		entries.push(entry);
		offset = end;
	}
	if (entries.length !== place.entries) throw damaged('wrong number of entries');
	return entries;
}

function readEntry(bytes: Uint8Array<ArrayBuffer>, offset: number) {
	const header = viewOf(bytes, offset, CENTRAL.bytes);
	if (header.getUint32(0, true) !== CENTRAL.signature) throw damaged('no entry');
	if (header.getUint16(8, true) !== FLAGS) throw refused('encrypted, or not streamed');
	if (header.getUint16(10, true) !== STORED) throw refused('compressed');
	if (header.getUint16(32, true) !== 0 || header.getUint16(34, true) !== 0) {
		throw refused('an entry with a comment, or on another disk');
	}
	const isUnix = header.getUint8(5) === UNIX;
	if (!isUnix || (header.getUint16(40, true) & FILE_TYPE) !== REGULAR_FILE) {
		throw refused('not a regular file');
	}
	const nameBytes = header.getUint16(28, true);
	const extraBytes = header.getUint16(30, true);
	const nameOffset = offset + CENTRAL.bytes;
	const extraOffset = nameOffset + nameBytes;
	const name = readName(bytes, nameOffset, nameBytes);
	const sizes = {
		packed: header.getUint32(20, true),
		bytes: header.getUint32(24, true),
		offset: header.getUint32(42, true),
	};
	const extra = viewOf(bytes, extraOffset, extraBytes);
	const { packed, ...place } = extraBytes === 0 ? sizes : readZip64(sizes, extra);
	if (packed !== place.bytes) throw refused('compressed');
	const entry = { name, crc32: header.getUint32(16, true), ...place };
	return { entry, end: extraOffset + extraBytes };
}

/**
 * The one extra field there may be. It holds the offset alone, or both lengths and the offset even where
 * that would fit 32 bits.
 */
function readZip64(sizes: { packed: number; bytes: number; offset: number }, extra: DataView) {
	const isLong = sizes.bytes === SEE_64 && sizes.packed === SEE_64;
	const length = isLong ? 28 : 12;
	const isRight =
		(isLong || sizes.offset === SEE_64) &&
		extra.byteLength === length &&
		extra.getUint16(0, true) === 1 &&
		extra.getUint16(2, true) === length - 4;
	if (!isRight) throw refused('an extra field');
	const offset = u64(extra, length - 8);
	if (sizes.offset !== SEE_64 && sizes.offset !== offset) throw damaged('two offsets');
	return isLong ? { bytes: u64(extra, 4), packed: u64(extra, 12), offset } : { ...sizes, offset };
}

function readName(bytes: Uint8Array, offset: number, length: number): string {
	const name = String.fromCharCode(...bytes.subarray(offset, offset + Math.min(length, 1000)));
	if (length > MAX_NAME_BYTES || !NAME.test(name)) throw refused('an odd name');
	return name;
}

function viewOf(bytes: Uint8Array<ArrayBuffer>, offset: number, length: number): DataView {
	if (offset + length > bytes.length) throw damaged('an entry is cut');
	return new DataView(bytes.buffer, bytes.byteOffset + offset, length);
}

const refused = (what: string) => new AppError('invalid-input', `zip: ${what}`);
const damaged = (what: string) => new AppError('corrupt', `zip: ${what}`);
