import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/** 32 values `code · d`: f16 d, then 32 signed bytes. Source: `block_q8_0` in ggml-common.h. */
export const q8_0: DecodeBlock = (input, offset, output, at) => {
	const d = fromFloat16(input.getUint16(offset, true));
	for (let j = 0; j < 32; j++) output[at + j] = input.getInt8(offset + 2 + j) * d;
};
