import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Writes the one entry of a zip file whose name ends in `suffix` to `target`, without holding it in
 * memory. Reads the plain format of APPNOTE.TXT 6.3: no Zip64, no encryption, stored or deflated.
 */
export async function extractEntry(zipPath, suffix, target) {
	const { offset, compressedBytes, method } = await locateEntry(zipPath, suffix);
	if (method !== STORED && method !== DEFLATED) throw new Error(`zip: method ${method}`);
	await pipeline(
		createReadStream(zipPath, { start: offset, end: offset + compressedBytes - 1 }),
		method === DEFLATED ? createInflateRaw() : new PassThrough(),
		createWriteStream(target),
	);
}

async function locateEntry(zipPath, suffix) {
	const file = await open(zipPath);
	try {
		const entry = findEntry(await readDirectory(file), suffix);
		if (!entry) throw new Error(`zip: ${zipPath} has no ${suffix}`);
		// The local header repeats the name and has extra fields of its own length.
		const local = await readAt(file, entry.headerOffset, LOCAL_HEADER_BYTES);
		const offset =
			entry.headerOffset + LOCAL_HEADER_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
		return { ...entry, offset };
	} finally {
		await file.close();
	}
}

async function readDirectory(file) {
	const { size } = await file.stat();
	const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT_BYTES);
	const tail = await readAt(file, size - tailBytes, tailBytes);
	for (let at = tailBytes - END_BYTES; at >= 0; at--) {
		if (tail.readUInt32LE(at) === END_OF_DIRECTORY) {
			return readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
		}
	}
	throw new Error('zip: no central directory');
}

function findEntry(directory, suffix) {
	for (let at = 0; at < directory.length;) {
		if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY)
			throw new Error('zip: bad central directory');
		const nameBytes = directory.readUInt16LE(at + 28);
		const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
		if (name.endsWith(suffix)) {
			return {
				method: directory.readUInt16LE(at + 10),
				compressedBytes: directory.readUInt32LE(at + 20),
				headerOffset: directory.readUInt32LE(at + 42),
			};
		}
		at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
	}
	return undefined;
}

async function readAt(file, offset, length) {
	const buffer = Buffer.alloc(length);
	await file.read(buffer, 0, length, offset);
	return buffer;
}
