import { toFloat16, isFiniteFloat16 } from '../../formats/gguf/float16.ts';
import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';
import { AppError } from '../../lib/errors.ts';
import type { PackedTensor } from './packed-tensor.ts';
import { decodeFinite, requireConvertible } from './stored-rows.ts';

/**
 * Vectors, one behind the other, in the precision asked for: single keeps every value, half rounds. Throws
 * `corrupt`, when written, if one is not finite.
 */
export function packVector(
	gguf: Gguf,
	name: string,
	tensors: readonly TensorInfo[],
	dtype: 'float32' | 'float16',
): PackedTensor {
	for (const tensor of tensors) requireConvertible(tensor, 2);
	return {
		name,
		shape: [tensors.reduce((sum, { columns }) => sum + columns, 0)],
		dtype,
		async write(output) {
			const { buffer, byteOffset } = output;
			let at = 0;
			for (const tensor of tensors) {
				const values = decodeFinite(tensor, await gguf.rows(tensor, 0, 1));
				if (dtype === 'float32') new Float32Array(buffer, byteOffset + 4 * at).set(values);
				else new Uint16Array(buffer, byteOffset + 2 * at).set(halves(tensor.name, values));
				at += values.length;
			}
		},
	};
}

function halves(name: string, values: Float32Array): Uint16Array {
	const bits = Uint16Array.from(values, toFloat16);
	if (bits.every(isFiniteFloat16)) return bits;
	throw new AppError('unsupported', `convert: ${name} has values too large for half precision`);
}
