import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';
import { scaleAndMinimum } from './k-scales.ts';

/**
 * 256 values as in Q4_K with five bits each: f16 d, f16 dmin, 12 bytes of scales, 32 bytes, of which bit s of byte j
 * is the fifth bit of value j of sub-block s, then 128 bytes of low bits. Source: `block_q5_K` in ggml-common.h.
 */
export const q5_k: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	const dmin = fromFloat16(input.getUint16(offset + 2, true));
	const fifth = offset + 16;
	for (let sub = 0; sub < 8; sub++) {
		const packed = scaleAndMinimum(input, offset + 4, sub);
		const scale = d * (packed & 0xff);
		const minimum = dmin * (packed >> 8);
		const codes = offset + 48 + (sub >> 1) * 32;
		const shift = (sub & 1) * 4;
		for (let j = 0; j < 32; j++) {
			const low = (input.getUint8(codes + j) >> shift) & 15;
			const high = ((input.getUint8(fifth + j) >> sub) & 1) << 4;
			output[at + sub * 32 + j] = (low + high) * scale - minimum;
		}
	}
};
