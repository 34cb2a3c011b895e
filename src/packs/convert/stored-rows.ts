import { canDequantize, dequantize } from '../../formats/gguf/dequantize.ts';
import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';
import { AppError } from '../../lib/errors.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import type { BlockForm } from './block-form.ts';
import { blockRows, type BlockRows } from './block-rows.ts';
import type { RowsInto } from './model-part.ts';

/** How much of a stored tensor is in memory at a time, in bytes. */
const CHUNK_BYTES = 1 << 20;
const GROUP = 32;

/**
 * The rows of a stored tensor, chunk by chunk, as blocks of the form: as they are stored where that is possible,
 * otherwise decoded and quantized anew. Throws `aborted`, and `corrupt` where a value is not finite.
 */
export async function* storedRows(
	gguf: Gguf,
	{ tensor, outputs }: RowsInto,
	form: BlockForm,
	o?: CallOptions,
): AsyncGenerator<BlockRows> {
	const chunkRows = Math.max(1, Math.floor(CHUNK_BYTES / tensor.rowBytes));
	for (let first = 0; first < tensor.rows; first += chunkRows) {
		if (o?.signal?.aborted) throw new AppError('aborted', 'convert: stopped');
		const count = Math.min(chunkRows, tensor.rows - first);
		const bytes = await gguf.rows(tensor, first, count);
		const columns = outputs.subarray(first, first + count);
		yield form.exact.includes(tensor.type.name)
			? blockRows(tensor, bytes, columns)
			: requantize(tensor, bytes, form, columns);
	}
}

/** Throws `unsupported` unless `storedRows` can give the tensor in whole groups. */
export function requireConvertible({ name, type, rows, columns }: TensorInfo, group = GROUP): void {
	if (canDequantize(type) && columns % group === 0) return;
	throw new AppError('unsupported', `convert: ${name} is ${type.name} [${rows}, ${columns}]`, {
		data: { tensor: name, type: type.name },
	});
}

/** The stored values, in single precision. Throws `corrupt` where one is not finite. */
export function decodeFinite(tensor: TensorInfo, bytes: Uint8Array): Float32Array<ArrayBuffer> {
	const values = dequantize(tensor.type, bytes);
	let sum = 0;
	// A product with zero is zero but for those that are not finite.
	for (let i = 0; i < values.length; i++) sum += values[i]! * 0;
	if (sum === 0) return values;
	throw new AppError('corrupt', `convert: ${tensor.name} has a value that is not finite`);
}

function requantize(
	tensor: TensorInfo,
	bytes: Uint8Array,
	form: BlockForm,
	columns: Uint32Array,
): BlockRows {
	const values = decodeFinite(tensor, bytes);
	const words = form.type.blockBytes / 2;
	const count = values.length / GROUP;
	const blocks = new Uint16Array(count * words);
	for (let block = 0; block < count; block++) {
		form.quantize(values, block * GROUP, blocks, block * words);
	}
	return { type: form.type, blocks, blocksPerRow: tensor.columns / GROUP, columns };
}
