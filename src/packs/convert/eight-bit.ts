import { isFiniteFloat16 } from '../../formats/gguf/float16.ts';
import { AppError } from '../../lib/errors.ts';
import { forEachBlock, type BlockRows } from './block-rows.ts';

/**
 * Writes the codes of Q8_0 rows as uint32 [K/4, V]: byte j of entry (i, v) is the code of row v, column
 * 4i + j, plus 128. `width` is V.
 */
export function packEightBitCodes(rows: BlockRows, output: Uint32Array, width: number): void {
	const { blocks } = rows;
	forEachBlock(rows, (at, block, column) => {
		for (let word = 0; word < 8; word++) {
			const codes = at + 1 + 2 * word;
			const signed = blocks[codes]! | (blocks[codes + 1]! << 16);
			// Flipping the top bit of a byte in two's complement adds 128.
			output[(block * 8 + word) * width + column] = signed ^ 0x80808080;
		}
	});
}

/**
 * Writes the scales of Q8_0 rows as uint32 [K/64, V]: the half-precision bits of group 2i low and of
 * group 2i + 1 high, groups of 32. `width` is V, `output` zero before. Throws `corrupt` where one is
 * not finite.
 */
export function packEightBitScales(rows: BlockRows, output: Uint32Array, width: number): void {
	forEachBlock(rows, (at, block, column) => {
		const scale = rows.blocks[at]!;
		if (!isFiniteFloat16(scale)) throw new AppError('corrupt', 'convert: a scale is not finite');
		output[(block >> 1) * width + column]! |= scale << (16 * (block & 1));
	});
}
