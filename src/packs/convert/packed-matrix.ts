import type { Gguf } from '../../formats/gguf/gguf.ts';
import { AppError } from '../../lib/errors.ts';
import type { BlockForm } from './block-form.ts';
import type { BlockRows } from './block-rows.ts';
import type { RowsInto } from './model-part.ts';
import type { PackedTensor } from './packed-tensor.ts';
import { storedRows } from './stored-rows.ts';

/** Writes what blocks hold into the words of a tensor. */
export type Pack = (rows: BlockRows, output: Uint32Array<ArrayBuffer>) => void;

/** One of the two tensors of a quantized matrix. */
interface Half extends Pick<PackedTensor, 'name' | 'shape' | 'dtype'> {
	readonly pack: Pack;
}

/**
 * The codes and the scales of a matrix, which is made of `rows`. The scales are put aside while the codes are
 * written, right before them, so that the source is read once.
 */
export function packMatrix(
	gguf: Gguf,
	rows: readonly RowsInto[],
	form: BlockForm,
	codes: Half,
	scales: Half,
): PackedTensor[] {
	const words = wordsOf(scales);
	let aside: Uint32Array<ArrayBuffer> | undefined;
	return [
		{
			...codes,
			async write(output, o) {
				const scaleWords = new Uint32Array(words);
				for (const part of rows) {
					for await (const chunk of storedRows(gguf, part, form, o)) {
						codes.pack(chunk, output);
						scales.pack(chunk, scaleWords);
					}
				}
				aside = scaleWords;
			},
		},
		{
			...scales,
			async write(output, o) {
				if (aside) {
					output.set(aside);
					aside = undefined;
					return;
				}
				for (const part of rows) {
					for await (const chunk of storedRows(gguf, part, form, o)) scales.pack(chunk, output);
				}
			},
		},
	];
}

function wordsOf({ name, shape, dtype }: Half): number {
	const elements = shape.reduce((product, dimension) => product * dimension, 1);
	const words = dtype === 'float16' ? elements / 2 : elements;
	if (!Number.isInteger(words)) {
		throw new AppError('unsupported', `convert: ${name} does not fill whole words`);
	}
	return words;
}
