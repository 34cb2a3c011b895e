import { GgufBytes } from './gguf-bytes.ts';

/** Whole numbers become u32 (those of floating type are given as `{ f32 }`), lists of strings or of whole numbers arrays of string or i32. */
export type TestValue =
	string | number | boolean | readonly string[] | readonly number[] | { readonly f32: number };

export interface TestTensor {
	name: string;
	/** Fastest-varying dimension first, as in the file. */
	shape: readonly number[];
	/** Type number in the file. */
	type: number;
	data: Uint8Array;
}

/** A well-formed GGUF file with this content. */
export function writeGguf(
	metadata: Readonly<Record<string, TestValue>>,
	tensors: readonly TestTensor[],
	{ version = 3, alignment = 32 } = {},
): Uint8Array<ArrayBuffer> {
	const pairs = Object.entries(metadata);
	const out = new GgufBytes().raw(new TextEncoder().encode('GGUF')).u32(version);
	out.u64(tensors.length).u64(pairs.length);
	for (const [key, value] of pairs) writeValue(out.string(key), value);
	let offset = 0;
	const offsets = tensors.map(({ name, shape, type, data }) => {
		out.string(name).u32(shape.length);
		for (const dimension of shape) out.u64(dimension);
		out.u32(type).u64(offset);
		const start = offset;
		offset = Math.ceil((offset + data.length) / alignment) * alignment;
		return start;
	});
	const last = tensors.at(-1);
	if (!last) return out.toBytes();
	const header = out.pad(alignment).toBytes();
	const bytes = new Uint8Array(header.length + (offsets.at(-1) ?? 0) + last.data.length);
	bytes.set(header);
	for (const [index, { data }] of tensors.entries()) {
		bytes.set(data, header.length + (offsets[index] ?? 0));
	}
	return bytes;
}

function writeValue(out: GgufBytes, value: TestValue): void {
	if (typeof value === 'string') out.u32(8).string(value);
	else if (typeof value === 'boolean') out.u32(7).raw([value ? 1 : 0]);
	else if (typeof value === 'object' && 'f32' in value) out.u32(6).f32(value.f32);
	else if (typeof value !== 'number') writeArray(out, value);
	else if (Number.isInteger(value)) out.u32(4).u32(value);
	else out.u32(6).f32(value);
}

function writeArray(out: GgufBytes, values: readonly string[] | readonly number[]): void {
	const isText = typeof values[0] === 'string';
	out
		.u32(9)
		.u32(isText ? 8 : 5)
		.u64(values.length);
	for (const value of values) {
		if (typeof value === 'string') out.string(value);
		else out.u32(value >>> 0);
	}
}
