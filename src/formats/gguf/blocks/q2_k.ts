import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 256 values `code · d · scale − dmin · minimum` in sixteen sub-blocks of 16: 16 bytes of scales (low) and minima
 * (high), 64 bytes of codes, f16 d, f16 dmin. Value 32q + j of each half of 128 takes bits 2q of byte j of the
 * half's 32. Source: `block_q2_K` in ggml-common.h.
 */
export const q2_k: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset + 80, true));
	const dmin = fromFloat16(input.getUint16(offset + 82, true));
	for (let value = 0; value < 256; value++) {
		const scales = input.getUint8(offset + (value >> 4));
		const codes = input.getUint8(offset + 16 + (value >> 7) * 32 + (value & 31));
		const code = (codes >> (2 * ((value >> 5) & 3))) & 3;
		output[at + value] = code * d * (scales & 15) - dmin * (scales >> 4);
	}
};
