import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 32 values `(code − 8) · d`: f16 d, then 16 bytes, of which byte j holds the 4-bit codes of value j
 * (low) and value j + 16 (high). Source: `block_q4_0` in ggml-common.h.
 */
export const q4_0: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	for (let j = 0; j < 16; j++) {
		const codes = input.getUint8(offset + 2 + j);
		output[at + j] = ((codes & 15) - 8) * d;
		output[at + j + 16] = ((codes >> 4) - 8) * d;
	}
};
