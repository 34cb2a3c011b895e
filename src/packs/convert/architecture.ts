import type { Gguf } from '../../formats/gguf/gguf.ts';
import { AppError } from '../../lib/errors.ts';
import { gemma3 } from './architectures/gemma3.ts';
import { llama } from './architectures/llama.ts';
import { qwen2 } from './architectures/qwen2.ts';
import { qwen3 } from './architectures/qwen3.ts';
import type { DecoderStyle } from './decoder.ts';
import type { ModelShape } from './model-shape.ts';

/** A way in which models are built, as far as converting them depends on it. */
export interface Architecture {
	/** `general.architecture` of the GGUF file; also `model_type` of the compiled libraries. */
	readonly id: string;
	/** What MLC-LLM calls it, where that is another name. */
	readonly modelType?: string;
	readonly style: DecoderStyle;
	/** `model_config` of MLC-LLM, beyond the fields that all have. */
	modelConfig(shape: ModelShape): object;
}

const ARCHITECTURES: readonly Architecture[] = [llama, qwen2, qwen3, gemma3];

/** The architecture that the file names. Throws `unsupported` if it is not known here. */
export function architectureOf(gguf: Gguf): Architecture {
	const id = gguf.metadata.string('general.architecture');
	const found = ARCHITECTURES.find((architecture) => architecture.id === id);
	if (!found) {
		throw new AppError('unsupported', `convert: architecture ${id}`, {
			data: { reason: 'unknown-architecture', architecture: id },
		});
	}
	return found;
}
