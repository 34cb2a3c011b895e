import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 32 values `(code − 16) · d`: f16 d, a u32 whose bit i is the fifth bit of value i, then 16 bytes, of which
 * byte j holds the low four bits of value j (low) and value j + 16 (high). Source: `block_q5_0` in ggml-common.h.
 */
export const q5_0: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	const fifth = input.getUint32(offset + 2, true);
	for (let j = 0; j < 16; j++) {
		const codes = input.getUint8(offset + 6 + j);
		output[at + j] = ((codes & 15) + (((fifth >>> j) & 1) << 4) - 16) * d;
		output[at + j + 16] = ((codes >> 4) + (((fifth >>> (j + 16)) & 1) << 4) - 16) * d;
	}
};
