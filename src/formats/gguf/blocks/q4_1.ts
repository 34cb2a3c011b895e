import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 32 values `code · d + m`: f16 d, f16 m, then 16 bytes, of which byte j holds the 4-bit codes of
 * value j (low) and value j + 16 (high). Source: `block_q4_1` in ggml-common.h.
 */
export const q4_1: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	const m = fromFloat16(input.getUint16(offset + 2, true));
	for (let j = 0; j < 16; j++) {
		const codes = input.getUint8(offset + 4 + j);
		output[at + j] = (codes & 15) * d + m;
		output[at + j + 16] = (codes >> 4) * d + m;
	}
};
