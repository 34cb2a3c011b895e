import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';

/** Rows of a stored tensor, and the output of the joined matrix that each becomes. */
export interface RowsInto {
	readonly tensor: TensorInfo;
	readonly outputs: Uint32Array;
}

/** One parameter of a model, whatever its layout: where it comes from, and its name as MLC-LLM gives it. */
export type ModelPart =
	| {
			readonly kind: 'embedding' | 'linear';
			/** Without the ending that says what a tensor holds, like `.q_weight`. */
			readonly name: string;
			/** One matrix, or several with the same number of columns, joined by rows. */
			readonly rows: readonly RowsInto[];
	  }
	| {
			readonly kind: 'vector';
			readonly name: string;
			/** Vectors, one behind the other. */
			readonly tensors: readonly TensorInfo[];
	  };

/** The stored tensors that the part is made of. */
export function tensorsOf(part: ModelPart): readonly TensorInfo[] {
	return part.kind === 'vector' ? part.tensors : part.rows.map(({ tensor }) => tensor);
}
