import { AppError } from '../../lib/errors.ts';
import type { DirectoryEntry } from './central-directory.ts';
import { DESCRIPTOR, FLAGS, LOCAL, SEE_64, STORED } from './layout.ts';
import { readBytes, readView, u64 } from './read-bytes.ts';

/**
 * Checks that an entry's own header and descriptor say what the directory says of it. Returns where its
 * data begins and where the next entry must. Throws `corrupt`.
 */
export async function checkLocalEntry(
	blob: Blob,
	entry: DirectoryEntry,
): Promise<{ data: number; end: number }> {
	const header = await readView(blob, entry.offset, LOCAL.bytes);
	const nameOffset = entry.offset + LOCAL.bytes;
	const name = await readBytes(blob, nameOffset, entry.name.length);
	const isHeaderRight =
		header.getUint32(0, true) === LOCAL.signature &&
		header.getUint16(6, true) === FLAGS &&
		header.getUint16(8, true) === STORED &&
		[14, 18, 22].every((offset) => header.getUint32(offset, true) === 0) &&
		header.getUint16(26, true) === entry.name.length &&
		header.getUint16(28, true) === 0 &&
		String.fromCharCode(...name) === entry.name;
	if (!isHeaderRight) throw new AppError('corrupt', `zip: ${entry.name} has another header`);

	const data = nameOffset + entry.name.length;
	const is64 = entry.bytes >= SEE_64;
	const descriptorBytes = is64 ? DESCRIPTOR.bytes64 : DESCRIPTOR.bytes;
	const descriptor = await readView(blob, data + entry.bytes, descriptorBytes);
	const lengths = is64
		? [u64(descriptor, 8), u64(descriptor, 16)]
		: [descriptor.getUint32(8, true), descriptor.getUint32(12, true)];
	const isDescriptorRight =
		descriptor.getUint32(0, true) === DESCRIPTOR.signature &&
		descriptor.getUint32(4, true) === entry.crc32 &&
		lengths.every((length) => length === entry.bytes);
	if (!isDescriptorRight) throw new AppError('corrupt', `zip: ${entry.name} ends elsewhere`);
	return { data, end: data + entry.bytes + descriptorBytes };
}
