import type { CallOptions } from '../../lib/call-options.ts';

/** A tensor of the pack, planned: its name, shape and length are known, its data is made by `write`. */
export interface PackedTensor {
	readonly name: string;
	readonly shape: readonly number[];
	readonly dtype: 'uint32' | 'float32' | 'float16';
	/** Fills `output`, zeroed and as long as the shape says, with the tensor's 32-bit words. */
	write(output: Uint32Array<ArrayBuffer>, o?: CallOptions): Promise<void>;
}

/** Length in bytes: a multiple of four. */
export function byteLength({ shape, dtype }: PackedTensor): number {
	return shape.reduce((product, dimension) => product * dimension, dtype === 'float16' ? 2 : 4);
}
