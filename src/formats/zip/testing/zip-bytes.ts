import { CENTRAL, DESCRIPTOR, END, END_64, FLAGS, LOCAL, LOCATOR_64 } from '../layout.ts';
import { joinBlob } from './join-blob.ts';

/** A file for `zipBlob`. Each field that is given is written as it is, right or wrong. */
export interface TestEntry {
	name: string;
	data: Blob;
	crc32?: number;
	flags?: number;
	method?: number;
	/** Unix mode, of which the type is a part. */
	mode?: number;
	/** In the directory alone. */
	bytes?: number;
	offset?: number;
	directoryName?: string;
	comment?: string;
	extra?: Uint8Array<ArrayBuffer>;
	/** Between this entry and the next. */
	gap?: Uint8Array<ArrayBuffer>;
}

export interface TestEnd {
	entries?: number;
	comment?: string;
	directoryOffset?: number;
	disk?: number;
	/** Behind the end record. */
	tail?: Uint8Array<ArrayBuffer>;
}

type Part = Blob | Uint8Array<ArrayBuffer>;

const SEE = 0xffffffff;
const sizeOf = (parts: readonly Part[]) =>
	parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : part.size), 0);
const ascii = (text: string) => new TextEncoder().encode(text);

/** The CRC of a text, bit by bit. */
export function crcOf(text: string): number {
	let crc = ~0;
	for (const byte of ascii(text)) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
	}
	return ~crc >>> 0;
}

/** A text as an entry. */
export const textEntry = (name: string, text: string): TestEntry => ({
	name,
	data: new Blob([text]),
	crc32: crcOf(text),
});

/** A zip file with these entries, written record by record. */
export function zipBlob(entries: readonly TestEntry[], end: TestEnd = {}): Blob {
	const body: Part[] = [];
	const directory: Part[] = [];
	let offset = 0;
	for (const entry of entries) {
		const parts = [local(entry), ascii(entry.name), entry.data, descriptor(entry)];
		if (entry.gap) parts.push(entry.gap);
		body.push(...parts);
		directory.push(...central(entry, offset));
		offset += sizeOf(parts);
	}
	const directoryBytes = sizeOf(directory);
	const count = end.entries ?? entries.length;
	const start = end.directoryOffset ?? offset;
	return joinBlob([
		...body,
		...directory,
		...(start >= SEE ? end64(count, directoryBytes, start) : []),
		record(END.bytes, [
			[4, 0, END.signature],
			[2, 4, end.disk ?? 0],
			[2, 8, count],
			[2, 10, count],
			[4, 12, directoryBytes],
			[4, 16, Math.min(start, SEE)],
			[2, 20, end.comment?.length ?? 0],
		]),
		ascii(end.comment ?? ''),
		end.tail ?? ascii(''),
	]);
}

function local({ name, flags = FLAGS, method = 0 }: TestEntry): Uint8Array<ArrayBuffer> {
	return record(LOCAL.bytes, [
		[4, 0, LOCAL.signature],
		[2, 4, 45],
		[2, 6, flags],
		[2, 8, method],
		[2, 26, name.length],
	]);
}

function descriptor({ data, crc32: crc = 0 }: TestEntry): Uint8Array<ArrayBuffer> {
	const width = data.size >= SEE ? 8 : 4;
	return record(width === 8 ? DESCRIPTOR.bytes64 : DESCRIPTOR.bytes, [
		[4, 0, DESCRIPTOR.signature],
		[4, 4, crc],
		[width, 8, data.size],
		[width, 8 + width, data.size],
	]);
}

function central(entry: TestEntry, place: number): Part[] {
	const { bytes = entry.data.size, offset = place, comment = '' } = entry;
	const name = ascii(entry.directoryName ?? entry.name);
	const extra = entry.extra ?? zip64(bytes, offset);
	const header = record(CENTRAL.bytes, [
		[4, 0, CENTRAL.signature],
		[2, 4, (3 << 8) | 45],
		[2, 6, 45],
		[2, 8, entry.flags ?? FLAGS],
		[2, 10, entry.method ?? 0],
		[4, 16, entry.crc32 ?? 0],
		[4, 20, Math.min(bytes, SEE)],
		[4, 24, Math.min(bytes, SEE)],
		[2, 28, name.length],
		[2, 30, extra.length],
		[2, 32, comment.length],
		[2, 40, entry.mode ?? 0o100664],
		[4, 42, Math.min(offset, SEE)],
	]);
	return [header, name, extra, ascii(comment)];
}

function zip64(bytes: number, offset: number): Uint8Array<ArrayBuffer> {
	const isLong = bytes >= SEE;
	if (!isLong && offset < SEE) return ascii('');
	const length = isLong ? 28 : 12;
	return record(length, [
		[2, 0, 1],
		[2, 2, length - 4],
		...(isLong
			? ([
					[8, 4, bytes],
					[8, 12, bytes],
				] as Field[])
			: []),
		[8, length - 8, offset],
	]);
}

function end64(count: number, bytes: number, start: number): Part[] {
	const end = record(END_64.bytes, [
		[4, 0, END_64.signature],
		[8, 4, 44],
		[8, 24, count],
		[8, 32, count],
		[8, 40, bytes],
		[8, 48, start],
	]);
	const locator = record(LOCATOR_64.bytes, [
		[4, 0, LOCATOR_64.signature],
		[8, 8, start + bytes],
		[4, 16, 1],
	]);
	return [end, locator];
}

type Field = [width: 2 | 4 | 8, offset: number, value: number];

/** `length` bytes, zero but for these little-endian numbers. */
function record(length: number, fields: readonly Field[]): Uint8Array<ArrayBuffer> {
	const view = new DataView(new ArrayBuffer(length));
	for (const [width, offset, value] of fields) {
		if (width === 2) view.setUint16(offset, value, true);
		else if (width === 4) view.setUint32(offset, value, true);
		else view.setBigUint64(offset, BigInt(value), true);
	}
	return new Uint8Array(view.buffer);
}
