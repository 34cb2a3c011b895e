import { AppError } from '../../lib/errors.ts';
import type { DecodeBlock } from './blocks/decode-block.ts';
import { f16 } from './blocks/f16.ts';
import { f32 } from './blocks/f32.ts';
import { q4_0 } from './blocks/q4_0.ts';
import { q4_1 } from './blocks/q4_1.ts';
import { q8_0 } from './blocks/q8_0.ts';
import type { TensorType } from './tensor-type.ts';

const DECODERS: Readonly<Record<string, DecodeBlock>> = {
	F32: f32,
	F16: f16,
	Q4_0: q4_0,
	Q4_1: q4_1,
	Q8_0: q8_0,
};

/**
 * The values of whole blocks of `type`, each rounded once, to single precision. Throws
 * `unsupported` for a type without a decoder.
 */
export function dequantize(type: TensorType, bytes: Uint8Array): Float32Array<ArrayBuffer> {
	const decode = DECODERS[type.name];
	if (!decode) {
		throw new AppError('unsupported', `gguf: cannot decode ${type.name}`, {
			data: { type: type.name },
		});
	}
	const blocks = Math.floor(bytes.length / type.blockBytes);
	const output = new Float32Array(blocks * type.blockSize);
	const input = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let block = 0; block < blocks; block++) {
		decode(input, block * type.blockBytes, output, block * type.blockSize);
	}
	return output;
}
