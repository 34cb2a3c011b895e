import { AppError } from '../../lib/errors.ts';
import { Cursor } from './cursor.ts';
import { readMetadataValue } from './metadata-value.ts';
import { Metadata, type MetadataValue } from './metadata.ts';
import { placeTensors } from './place-tensors.ts';
import { readTensorInfo, type TensorInfo } from './tensor-info.ts';

const MAGIC = 0x46554747; // 'GGUF' read as a little-endian u32
const MAX_PAIRS = 1 << 16;
const MAX_TENSORS = 1 << 16;
const MAX_KEY_BYTES = 65535;
const DEFAULT_ALIGNMENT = 32;
const MAX_ALIGNMENT = 1 << 20;

/** Everything that a GGUF file says before its tensor data. */
export interface Header {
	readonly metadata: Metadata;
	readonly tensors: ReadonlyMap<string, TensorInfo>;
}

/** Parses and checks the header of a file of `fileSize` bytes. */
export function parseHeader(cursor: Cursor, fileSize: number): Header {
	readVersion(cursor);
	const tensorCount = cursor.count(MAX_TENSORS, 'number of tensors');
	const pairCount = cursor.count(MAX_PAIRS, 'number of metadata pairs');
	const metadata = readMetadata(cursor, pairCount);
	const infos = Array.from({ length: tensorCount }, () => readTensorInfo(cursor));
	const alignment = alignmentOf(metadata);
	const dataStart = Math.ceil(cursor.offset / alignment) * alignment;
	return { metadata, tensors: placeTensors(infos, { dataStart, alignment, fileSize }) };
}

function readVersion(cursor: Cursor): void {
	if (cursor.u32() !== MAGIC) throw new AppError('invalid-input', 'gguf: not a GGUF file');
	const version = cursor.u32();
	// Version 1 counted in 32 bits; a big-endian file shows as a version with empty low bytes.
	if (version !== 2 && version !== 3) throw new AppError('unsupported', `gguf: version ${version}`);
}

function readMetadata(cursor: Cursor, pairCount: number): Metadata {
	const values = new Map<string, MetadataValue>();
	for (let pair = 0; pair < pairCount; pair++) {
		const key = cursor.string(MAX_KEY_BYTES, 'a metadata key');
		if (values.has(key)) throw new AppError('corrupt', `gguf: ${key} is there twice`);
		values.set(key, readMetadataValue(cursor));
	}
	return new Metadata(values);
}

function alignmentOf(metadata: Metadata): number {
	const alignment = metadata.countOr('general.alignment', DEFAULT_ALIGNMENT);
	const isPowerOfTwo = alignment > 0 && (alignment & (alignment - 1)) === 0;
	if (!isPowerOfTwo || alignment < 8 || alignment > MAX_ALIGNMENT) {
		throw new AppError('corrupt', `gguf: alignment ${alignment}`);
	}
	return alignment;
}
