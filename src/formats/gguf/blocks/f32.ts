import type { DecodeBlock } from './decode-block.ts';

/** Single precision, little-endian. */
export const f32: DecodeBlock = (input, offset, output, at) => {
	output[at] = input.getFloat32(offset, true);
};
