import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';
import { scaleAndMinimum } from './k-scales.ts';

/**
 * 256 values `code · d · scale − dmin · minimum` in eight sub-blocks of 32: f16 d, f16 dmin, 12 bytes of scales,
 * then 128 bytes, of which each 32 hold two sub-blocks, low bits and high. Source: `block_q4_K` in ggml-common.h.
 */
export const q4_k: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	const dmin = fromFloat16(input.getUint16(offset + 2, true));
	for (let sub = 0; sub < 8; sub++) {
		const packed = scaleAndMinimum(input, offset + 4, sub);
		const scale = d * (packed & 0xff);
		const minimum = dmin * (packed >> 8);
		const codes = offset + 16 + (sub >> 1) * 32;
		const shift = (sub & 1) * 4;
		for (let j = 0; j < 32; j++) {
			output[at + sub * 32 + j] = ((input.getUint8(codes + j) >> shift) & 15) * scale - minimum;
		}
	}
};
