import type { DecodeBlock } from './decode-block.ts';

const bits = new Uint32Array(1);
const value = new Float32Array(bits.buffer);

/** bfloat16, little-endian: the upper half of a single-precision number. */
export const bf16: DecodeBlock = (input, offset, output, at) => {
	bits[0] = input.getUint16(offset, true) << 16;
	output[at] = value[0]!;
};
