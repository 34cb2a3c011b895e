import { AppError } from '../../lib/errors.ts';
import { END, END_64, LOCATOR_64, SEE_64, SEE_64_SHORT } from './layout.ts';
import { readView, u64 } from './read-bytes.ts';

/** Where the central directory is. */
export interface DirectoryPlace {
	readonly offset: number;
	readonly bytes: number;
	readonly entries: number;
}

/**
 * Reads the end of a zip file. The end record must be the very last bytes: without a comment there is one
 * place only where it can be. Throws `invalid-input` where it is not, `corrupt` where it contradicts itself.
 */
export async function readEndOfDirectory(blob: Blob): Promise<DirectoryPlace> {
	if (blob.size < END.bytes) throw new AppError('invalid-input', 'zip: too short');
	const endOffset = blob.size - END.bytes;
	const end = await readView(blob, endOffset, END.bytes);
	if (end.getUint32(0, true) !== END.signature || end.getUint16(20, true) !== 0) {
		throw new AppError('invalid-input', 'zip: no end record as the last bytes');
	}
	const place = {
		entries: end.getUint16(10, true),
		bytes: end.getUint32(12, true),
		offset: end.getUint32(16, true),
	};
	const isSplit = end.getUint32(4, true) !== 0 || end.getUint16(8, true) !== place.entries;
	if (isSplit) throw new AppError('invalid-input', 'zip: one part of several');
	const is64 = place.entries === SEE_64_SHORT || place.bytes === SEE_64 || place.offset === SEE_64;
	if (!is64) return atEnd(place, endOffset);
	return readEndOfDirectory64(blob, endOffset);
}

async function readEndOfDirectory64(blob: Blob, endOffset: number): Promise<DirectoryPlace> {
	const offset = endOffset - LOCATOR_64.bytes - END_64.bytes;
	const view = await readView(blob, offset, END_64.bytes + LOCATOR_64.bytes);
	const locator = END_64.bytes;
	const isRight =
		view.getUint32(0, true) === END_64.signature &&
		u64(view, 4) === END_64.bytes - 12 &&
		view.getUint32(16, true) === 0 &&
		view.getUint32(20, true) === 0 &&
		u64(view, 24) === u64(view, 32) &&
		view.getUint32(locator, true) === LOCATOR_64.signature &&
		view.getUint32(locator + 4, true) === 0 &&
		u64(view, locator + 8) === offset &&
		view.getUint32(locator + 16, true) === 1;
	if (!isRight) throw new AppError('corrupt', 'zip: wrong Zip64 end record');
	return atEnd({ entries: u64(view, 32), bytes: u64(view, 40), offset: u64(view, 48) }, offset);
}

/** The directory reaches to its end record: nothing can hide between them. */
function atEnd(place: DirectoryPlace, end: number): DirectoryPlace {
	if (place.offset + place.bytes === end) return place;
	throw new AppError('corrupt', 'zip: the directory does not reach its end record');
}
