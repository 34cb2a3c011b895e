import { AppError } from '../../lib/errors.ts';
import type { DecodeBlock } from './blocks/decode-block.ts';
import { bf16 } from './blocks/bf16.ts';
import { f16 } from './blocks/f16.ts';
import { f32 } from './blocks/f32.ts';
import { q2_k } from './blocks/q2_k.ts';
import { q3_k } from './blocks/q3_k.ts';
import { q4_0 } from './blocks/q4_0.ts';
import { q4_1 } from './blocks/q4_1.ts';
import { q4_k } from './blocks/q4_k.ts';
import { q5_0 } from './blocks/q5_0.ts';
import { q5_1 } from './blocks/q5_1.ts';
import { q5_k } from './blocks/q5_k.ts';
import { q6_k } from './blocks/q6_k.ts';
import { q8_0 } from './blocks/q8_0.ts';
import type { TensorType } from './tensor-type.ts';

const DECODERS: Readonly<Record<string, DecodeBlock>> = {
	F32: f32,
	F16: f16,
	BF16: bf16,
	Q4_0: q4_0,
	Q4_1: q4_1,
	Q5_0: q5_0,
	Q5_1: q5_1,
	Q8_0: q8_0,
	Q2_K: q2_k,
	Q3_K: q3_k,
	Q4_K: q4_k,
	Q5_K: q5_k,
	Q6_K: q6_k,
};

/** Whether `dequantize` knows the type. */
export function canDequantize(type: TensorType): boolean {
	return Object.hasOwn(DECODERS, type.name);
}

/**
 * The values of whole blocks of `type`, each rounded once, to single precision. Throws
 * `unsupported` for a type without a decoder.
 */
export function dequantize(type: TensorType, bytes: Uint8Array): Float32Array<ArrayBuffer> {
	const decode = canDequantize(type) ? DECODERS[type.name] : undefined;
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
