import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/**
 * 256 values `(code − 32) · scale · d` in sixteen sub-blocks of 16: 128 bytes of low four bits, 64 bytes of high two
 * bits, 16 signed bytes of scales, f16 d. Each half of 128 values has 64 of the low and 32 of the high bytes:
 * value 32q + j of it takes byte j + 32(q & 1), low bits where q < 2, and bits 2q of byte j. Source: `block_q6_K`.
 */
export const q6_k: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset + 208, true));
	for (let half = 0; half < 2; half++) {
		for (let quarter = 0; quarter < 4; quarter++) {
			const low = offset + half * 64 + (quarter & 1) * 32;
			const high = offset + 128 + half * 32;
			const scales = offset + 192 + half * 8 + quarter * 2;
			const first = at + half * 128 + quarter * 32;
			for (let j = 0; j < 32; j++) {
				const four = (input.getUint8(low + j) >> (quarter & 2 ? 4 : 0)) & 15;
				const two = (input.getUint8(high + j) >> (2 * quarter)) & 3;
				output[first + j] = (four + (two << 4) - 32) * input.getInt8(scales + (j >> 4)) * d;
			}
		}
	}
};
