import { AppError } from '../../lib/errors.ts';
import { readCentralDirectory } from './central-directory.ts';
import { readEndOfDirectory } from './end-of-directory.ts';
import { checkLocalEntry } from './local-entry.ts';

/** A file within a zip file. */
export interface ZipEntry {
	readonly name: string;
	readonly crc32: number;
	/** Its bytes, on disk until they are read. */
	readonly blob: Blob;
}

/**
 * Opens a zip file of the one profile that `writeZip` makes, as hostile input: entries lie end to end from the
 * first byte to the directory, so that none overlaps another and nothing lies between them. Reads
 * headers only. Throws `invalid-input` for what is no such file, `corrupt` where it contradicts itself.
 */
export async function openZip(blob: Blob): Promise<ZipEntry[]> {
	const directory = await readEndOfDirectory(blob);
	const entries: ZipEntry[] = [];
	let next = 0;
	for (const entry of await readCentralDirectory(blob, directory)) {
		if (entry.offset !== next) throw new AppError('corrupt', `zip: ${entry.name} is misplaced`);
		const { data, end } = await checkLocalEntry(blob, entry);
		if (end > directory.offset) throw new AppError('corrupt', `zip: ${entry.name} is too long`);
		const { name, crc32, bytes } = entry;
		entries.push({ name, crc32, blob: blob.slice(data, data + bytes) });
		next = end;
	}
	if (next !== directory.offset) throw new AppError('corrupt', 'zip: bytes of no entry');
	return entries;
}
