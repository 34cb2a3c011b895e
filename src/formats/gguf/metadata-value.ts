import { AppError } from '../../lib/errors.ts';
import type { Cursor } from './cursor.ts';
import type { MetadataValue } from './metadata.ts';

/** Chat templates are the longest strings seen, at some 20 kB. */
const MAX_STRING_BYTES = 1 << 20;
/** Vocabularies reach 262,144 entries and their merges twice that. */
const MAX_ARRAY_LENGTH = 1 << 22;

const STRING = 8;
const ARRAY = 9;

/** `gguf_metadata_value_type` by number; `bytes` is the least that one value takes. */
const SCALARS: Readonly<Record<number, { bytes: number; read: (c: Cursor) => MetadataScalar }>> = {
	0: { bytes: 1, read: (c) => c.u8() },
	1: { bytes: 1, read: (c) => c.i8() },
	2: { bytes: 2, read: (c) => c.u16() },
	3: { bytes: 2, read: (c) => c.i16() },
	4: { bytes: 4, read: (c) => c.u32() },
	5: { bytes: 4, read: (c) => c.i32() },
	6: { bytes: 4, read: (c) => c.f32() },
	7: { bytes: 1, read: (c) => c.bool() },
	[STRING]: { bytes: 8, read: (c) => c.string(MAX_STRING_BYTES, 'a metadata string') },
	10: { bytes: 8, read: (c) => c.u64() },
	11: { bytes: 8, read: (c) => c.i64() },
	12: { bytes: 8, read: (c) => c.f64() },
};

type MetadataScalar = Exclude<MetadataValue, readonly unknown[]>;

/** Reads one value: its type number, then the value. Arrays of arrays are `unsupported`. */
export function readMetadataValue(cursor: Cursor): MetadataValue {
	const type = cursor.u32();
	if (type !== ARRAY) return scalar(type).read(cursor);
	const element = cursor.u32();
	if (element === ARRAY) throw new AppError('unsupported', 'gguf: an array of arrays');
	const { bytes, read } = scalar(element);
	const length = cursor.count(MAX_ARRAY_LENGTH, 'length of an array');
	cursor.need(length * bytes);
	return Array.from({ length }, () => read(cursor));
}

function scalar(type: number): { bytes: number; read: (c: Cursor) => MetadataScalar } {
	const found = SCALARS[type];
	if (!found) throw new AppError('corrupt', `gguf: metadata type ${type}`);
	return found;
}
