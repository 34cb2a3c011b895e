import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';
import { AppError } from '../../lib/errors.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { blockRows, type BlockRows } from './block-rows.ts';
import { packEightBitCodes, packEightBitScales } from './eight-bit.ts';
import { isFourBit, packFourBitCodes, packFourBitScales } from './four-bit.ts';

/** A tensor of the pack, planned: its name, shape and length are known, its data is made by `write`. */
export interface PackedTensor {
	readonly name: string;
	readonly shape: readonly number[];
	readonly dtype: 'uint32' | 'float32';
	/** Fills `output`, zeroed and as long as the shape says, with the tensor's 32-bit words. */
	write(output: Uint32Array<ArrayBuffer>, o?: CallOptions): Promise<void>;
}

/** Rows of a stored tensor and the column of the packed matrix that each becomes. */
export interface RowsInto {
	readonly tensor: TensorInfo;
	readonly columns: Uint32Array;
}

/** How much of a stored tensor is in memory at a time, in bytes. */
const CHUNK_BYTES = 1 << 20;

/** A linear layer in 4 bits, of one stored matrix or of several, one below the other. */
export function packLinear(gguf: Gguf, name: string, parts: readonly RowsInto[]): PackedTensor[] {
	const { tensor } = parts[0]!;
	for (const part of parts) {
		if (!isFourBit(part.tensor.type.name)) throw unsupported(part.tensor);
	}
	const width = parts.reduce((sum, part) => sum + part.tensor.rows, 0);
	return [
		packedMatrix(`${name}.q_weight`, [tensor.columns / 8, width], gguf, parts, packFourBitCodes),
		packedMatrix(
			`${name}.q_scale_min`,
			[tensor.columns / 32, width],
			gguf,
			parts,
			packFourBitScales,
		),
	];
}

/** The embedding, which is also the output head, in 8 bits. Its rows keep their order. */
export function packEmbedding(gguf: Gguf, name: string, rows: RowsInto): PackedTensor[] {
	const { tensor } = rows;
	if (tensor.type.name !== 'Q8_0' || tensor.columns % 64 !== 0) throw unsupported(tensor);
	return [
		packedMatrix(
			`${name}.q_weight`,
			[tensor.columns / 4, tensor.rows],
			gguf,
			[rows],
			packEightBitCodes,
		),
		packedMatrix(
			`${name}.q_scale`,
			[tensor.columns / 64, tensor.rows],
			gguf,
			[rows],
			packEightBitScales,
		),
	];
}

/** A vector in single precision, as stored. Throws `corrupt`, when written, if one is not finite. */
export function packVector(gguf: Gguf, name: string, tensor: TensorInfo): PackedTensor {
	if (tensor.type.name !== 'F32' || tensor.rows !== 1) throw unsupported(tensor);
	return {
		name,
		shape: [tensor.columns],
		dtype: 'float32',
		async write(output) {
			const bytes = await gguf.rows(tensor, 0, 1);
			const values = new Float32Array(bytes.buffer, bytes.byteOffset, tensor.columns);
			if (!values.every(Number.isFinite)) {
				throw new AppError('corrupt', `convert: ${tensor.name} has a value that is not finite`);
			}
			new Uint8Array(output.buffer, output.byteOffset, output.byteLength).set(bytes);
		},
	};
}

type Pack = (rows: BlockRows, output: Uint32Array, width: number) => void;

function packedMatrix(
	name: string,
	shape: readonly [number, number],
	gguf: Gguf,
	parts: readonly RowsInto[],
	pack: Pack,
): PackedTensor {
	return {
		name,
		shape,
		dtype: 'uint32',
		async write(output, o) {
			for (const { tensor, columns } of parts) {
				for await (const chunk of rowChunks(gguf, tensor, columns, o)) {
					pack(chunk, output, shape[1]);
				}
			}
		},
	};
}

async function* rowChunks(
	gguf: Gguf,
	tensor: TensorInfo,
	columns: Uint32Array,
	o?: CallOptions,
): AsyncGenerator<BlockRows> {
	const chunkRows = Math.max(1, Math.floor(CHUNK_BYTES / tensor.rowBytes));
	for (let first = 0; first < tensor.rows; first += chunkRows) {
		if (o?.signal?.aborted) throw new AppError('aborted', 'convert: stopped');
		const count = Math.min(chunkRows, tensor.rows - first);
		const bytes = await gguf.rows(tensor, first, count);
		yield blockRows(tensor, bytes, columns.subarray(first, first + count));
	}
}

function unsupported(tensor: TensorInfo): AppError {
	const { name, type, rows, columns } = tensor;
	return new AppError('unsupported', `convert: ${name} is ${type.name} [${rows}, ${columns}]`, {
		data: { tensor: name, type: type.name },
	});
}
