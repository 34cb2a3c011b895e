import { fromFloat16, isFiniteFloat16 } from '../../../formats/gguf/float16.ts';
import { AppError } from '../../../lib/errors.ts';
import { FOUR_BIT_AROUND_ZERO } from '../block-form.ts';
import type { BlockRows } from '../block-rows.ts';
import { lowNibbles } from '../four-bit.ts';
import type { Layout } from '../layout.ts';
import type { LayoutId } from '../layout-id.ts';
import { packMatrix, type Pack } from '../packed-matrix.ts';
import { packVector } from '../packed-vector.ts';
import { requireConvertible } from '../stored-rows.ts';

/**
 * What MLC-LLM's own libraries read, `GroupQuantize` with `linear_weight_layout` NK: groups of 32 inputs, eight 4-bit
 * codes in a word, weight = (code − 7) · scale, the embedding too. Q4_0's weight is (q − 8) · d = (15 − q − 7) · −d:
 * code 15 − q and scale −d hold it exactly, whatever d is.
 */
function mlcLayout(id: LayoutId, precision: 'float16' | 'float32'): Layout {
	const packScales = precision === 'float16' ? packHalfScales : packSingleScales;
	return {
		id,
		embedding: FOUR_BIT_AROUND_ZERO,
		linear: FOUR_BIT_AROUND_ZERO,
		vector: precision,
		pack(gguf, part) {
			const { name } = part;
			if (part.kind === 'vector') return [packVector(gguf, name, part.tensors, precision)];
			for (const { tensor } of part.rows) requireConvertible(tensor);
			const inputs = part.rows[0]!.tensor.columns;
			const outputs = part.rows.reduce((sum, { tensor }) => sum + tensor.rows, 0);
			return packMatrix(
				gguf,
				part.rows,
				FOUR_BIT_AROUND_ZERO,
				{
					name: `${name}.q_weight`,
					shape: [outputs, inputs / 8],
					dtype: 'uint32',
					pack: packCodes,
				},
				{
					name: `${name}.q_scale`,
					shape: [outputs, inputs / 32],
					dtype: precision,
					pack: packScales,
				},
			);
		},
	};
}

const BLOCK_WORDS = FOUR_BIT_AROUND_ZERO.type.blockBytes / 2;

/** Bits 4j to 4j + 3 of word (n, i): 15 less the code of output n, input 8i + j. */
function packCodes({ blocks, blocksPerRow, columns }: BlockRows, output: Uint32Array): void {
	let at = 1;
	for (let row = 0; row < columns.length; row++) {
		let word = columns[row]! * blocksPerRow * 4;
		for (let block = 0; block < blocksPerRow; block++, at += BLOCK_WORDS) {
			const bytes0 = blocks[at]! | (blocks[at + 1]! << 16);
			const bytes4 = blocks[at + 2]! | (blocks[at + 3]! << 16);
			const bytes8 = blocks[at + 4]! | (blocks[at + 5]! << 16);
			const bytes12 = blocks[at + 6]! | (blocks[at + 7]! << 16);
			output[word++] = ~(lowNibbles(bytes0) | (lowNibbles(bytes4) << 16));
			output[word++] = ~(lowNibbles(bytes8) | (lowNibbles(bytes12) << 16));
			output[word++] = ~(lowNibbles(bytes0 >>> 4) | (lowNibbles(bytes4 >>> 4) << 16));
			output[word++] = ~(lowNibbles(bytes8 >>> 4) | (lowNibbles(bytes12 >>> 4) << 16));
		}
	}
}

const packHalfScales: Pack = (rows, { buffer, byteOffset, length }) => {
	const output = new Uint16Array(buffer, byteOffset, length * 2);
	forEachScale(rows, (at, bits) => (output[at] = bits));
};

const packSingleScales: Pack = (rows, { buffer, byteOffset, length }) => {
	const output = new Float32Array(buffer, byteOffset, length);
	forEachScale(rows, (at, bits) => (output[at] = fromFloat16(bits)));
};

/** Visits −d of every block, as half-precision bits. Throws `corrupt` where one is not finite. */
function forEachScale(
	{ blocks, blocksPerRow, columns }: BlockRows,
	visit: (at: number, bits: number) => void,
): void {
	let from = 0;
	for (let row = 0; row < columns.length; row++) {
		const at = columns[row]! * blocksPerRow;
		for (let block = 0; block < blocksPerRow; block++, from += BLOCK_WORDS) {
			const d = blocks[from]!;
			if (!isFiniteFloat16(d)) throw new AppError('corrupt', 'convert: a scale is not finite');
			visit(at + block, d ^ 0x8000);
		}
	}
}

export const mlcHalf = mlcLayout('q4f16_1', 'float16');
export const mlcSingle = mlcLayout('q4f32_1', 'float32');
