import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 32 values `code · d + m`: f16 d, f16 m, a u32 whose bit i is the fifth bit of value i, then 16 bytes of low
 * bits as in Q5_0. Source: `block_q5_1` in ggml-common.h.
 */
export const q5_1: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	const m = fromFloat16(input.getUint16(offset + 2, true));
	const fifth = input.getUint32(offset + 4, true);
	for (let j = 0; j < 16; j++) {
		const codes = input.getUint8(offset + 8 + j);
		output[at + j] = ((codes & 15) + (((fifth >>> j) & 1) << 4)) * d + m;
		output[at + j + 16] = ((codes >> 4) + (((fifth >>> (j + 16)) & 1) << 4)) * d + m;
	}
};
