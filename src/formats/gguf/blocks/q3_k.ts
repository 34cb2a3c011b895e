import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 256 values `code · (scale − 32) · d` in sixteen sub-blocks of 16, codes from −4 to 3: 32 bytes of third bits, 64
 * bytes of low two bits placed as in Q2_K, 12 bytes of 6-bit scales, f16 d. Bit b of third byte j belongs to value
 * 32b + j; where it is not set, 4 is taken off. Source: `block_q3_K` in ggml-common.h.
 */
export const q3_k: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset + 108, true));
	for (let value = 0; value < 256; value++) {
		const codes = input.getUint8(offset + 32 + (value >> 7) * 32 + (value & 31));
		const low = (codes >> (2 * ((value >> 5) & 3))) & 3;
		const third = (input.getUint8(offset + (value & 31)) >> (value >> 5)) & 1;
		output[at + value] = (low - (third ? 0 : 4)) * (scaleOf(input, offset + 96, value >> 4) * d);
	}
};

/** Scale `index` of 0 to 15: its low four bits lie in the first eight bytes, its high two in the last four. */
function scaleOf(input: DataView, offset: number, index: number): number {
	const low = (input.getUint8(offset + (index & 7)) >> (index < 8 ? 0 : 4)) & 15;
	const high = (input.getUint8(offset + 8 + (index & 3)) >> (2 * (index >> 2))) & 3;
	return (low | (high << 4)) - 32;
}
