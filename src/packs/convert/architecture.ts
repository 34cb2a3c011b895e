import type { Gguf } from '../../formats/gguf/gguf.ts';
import { AppError } from '../../lib/errors.ts';
import { llama } from './architectures/llama.ts';
import type { PackedTensor } from './packed-tensor.ts';

/** A way in which models are built, as far as converting their weights depends on it. */
export interface Architecture {
	/** `general.architecture` of the GGUF file; also `model_type` of the compiled libraries. */
	readonly id: string;
	/**
	 * Plans every tensor of the pack, in its order. Throws `invalid-input` or `corrupt` where the file
	 * lacks a tensor or one has another shape than its metadata says.
	 */
	plan(gguf: Gguf): PackedTensor[];
}

const ARCHITECTURES: readonly Architecture[] = [llama];

/** The architecture that the file names. Throws `unsupported` if it is not known here. */
export function architectureOf(gguf: Gguf): Architecture {
	const id = gguf.metadata.string('general.architecture');
	const found = ARCHITECTURES.find((architecture) => architecture.id === id);
	if (!found) {
		throw new AppError('unsupported', `convert: architecture ${id}`, {
			data: { architecture: id },
		});
	}
	return found;
}
