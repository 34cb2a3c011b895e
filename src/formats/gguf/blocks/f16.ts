import { fromFloat16 } from '../float16.ts';
import type { DecodeBlock } from './decode-block.ts';

/** Half precision, little-endian. */
export const f16: DecodeBlock = (input, offset, output, at) => {
	output[at] = fromFloat16(input.getUint16(offset, true));
};
