import { dequantize } from '../../../formats/gguf/dequantize.ts';
import type { Gguf } from '../../../formats/gguf/gguf.ts';
import { fromFloat16 } from '../../../formats/gguf/float16.ts';
import { unpackEmbedding, unpackLinear, unpackMlc } from './unpack.ts';

/** One tensor of a pack, as `tensor-cache.json` places it in the shard that holds it. */
export interface PlacedTensor {
	shard: Uint8Array<ArrayBuffer>;
	shape: number[];
	dtype: string;
	byteOffset: number;
	nbytes: number;
}

/**
 * The largest difference between the stored tensors, as GGUF decodes them, and the packed tensor
 * `name` that is made of them, one below the other. `heads[i]` is the number of heads of stored
 * tensor i if its rows are in llama.cpp's rotary order, 0 if not. NaN if lengths differ.
 */
export async function largestError(
	gguf: Gguf,
	stored: readonly string[],
	packed: ReadonlyMap<string, PlacedTensor>,
	name: string,
	heads: readonly number[] = [],
): Promise<number> {
	const actual = unpack(packed, name);
	let at = 0;
	let error = 0;
	for (const [index, storedName] of stored.entries()) {
		const tensor = gguf.tensor(storedName);
		const { rows, columns } = tensor;
		const expected = dequantize(tensor.type, await gguf.rows(tensor, 0, rows));
		for (let row = 0; row < rows; row++) {
			const from = storedRow(row, rows, heads[index] ?? 0) * columns;
			for (let k = 0; k < columns; k++, at++) {
				error = Math.max(error, Math.abs(actual[at]! - expected[from + k]!));
			}
		}
	}
	return at === actual.length ? error : NaN;
}

/** The row in a GGUF file of row `row` of the published model: `permute` of convert_hf_to_gguf.py. */
function storedRow(row: number, rows: number, heads: number): number {
	if (heads === 0) return row;
	const size = rows / heads;
	const [head, half, pair] = [
		Math.floor(row / size),
		Math.floor((row % size) / (size / 2)),
		row % (size / 2),
	];
	return head * size + pair * 2 + half;
}

function unpack(packed: ReadonlyMap<string, PlacedTensor>, name: string): ArrayLike<number> {
	const place = (of: string) => packed.get(of)!;
	if (packed.has(name)) return floats(place(name));
	const codes = place(`${name}.q_weight`);
	const mlcScales = packed.get(`${name}.q_scale`);
	if (mlcScales && mlcScales.dtype !== 'uint32') {
		const [rows, groups] = mlcScales.shape as [number, number];
		return unpackMlc(words(codes), floats(mlcScales), rows, groups * 32);
	}
	const rows = codes.shape[1]!;
	if (packed.has(`${name}.q_scale`)) {
		const scales = words(place(`${name}.q_scale`));
		return unpackEmbedding(words(codes), scales, rows, codes.shape[0]! * 4);
	}
	const scales = words(place(`${name}.q_scale_min`));
	return unpackLinear(words(codes), scales, rows, codes.shape[0]! * 8);
}

function words({ shard, byteOffset, nbytes }: PlacedTensor): Uint32Array<ArrayBuffer> {
	return new Uint32Array(shard.buffer, shard.byteOffset + byteOffset, nbytes / 4);
}

function floats(place: PlacedTensor): Float32Array {
	const { buffer } = words(place).slice();
	return place.dtype === 'float16'
		? Float32Array.from(new Uint16Array(buffer), fromFloat16)
		: new Float32Array(buffer);
}
