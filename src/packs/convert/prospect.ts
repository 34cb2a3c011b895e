import type { Gguf } from '../../formats/gguf/gguf.ts';
import { toAppError, type ErrorData } from '../../lib/errors.ts';
import { architectureOf } from './architecture.ts';
import { chatConfig } from './chat-config.ts';
import type { ConversionTarget } from './conversion-target.ts';
import { planConversion } from './conversion-plan.ts';
import { differenceOf, shapeOf } from './model-shape.ts';
import { tokenizerJson } from './tokenizer.ts';

/** Whether a GGUF file can be converted for the GPU. */
export type Prospect =
	| {
			readonly status: 'ready';
			readonly target: ConversionTarget;
			/** Length of the weights once converted, in bytes. */
			readonly bytes: number;
	  }
	/** A library is there, but not for this device. */
	| { readonly status: 'no-gpu' }
	/** No library for a model of this shape: `differs` is the first thing in which the likest one is another. */
	| { readonly status: 'no-library'; readonly architecture: string; readonly differs?: string }
	/** The shape is right, and something else of the file cannot be converted. */
	| { readonly status: 'unsupported'; readonly data: ErrorData };

/** Looks at the header alone. Throws `corrupt` and `invalid-input` for a file that contradicts itself. */
export function prospectOf(gguf: Gguf, targets: readonly ConversionTarget[]): Prospect {
	const architecture = gguf.metadata.string('general.architecture');
	try {
		architectureOf(gguf);
		const shape = shapeOf(gguf);
		const matching = targets.filter((target) => !differenceOf(shape, target.shape));
		const target = matching.find(({ runsHere }) => runsHere);
		if (!target) {
			if (matching.length > 0) return { status: 'no-gpu' };
			const [nearest] = targets.filter((t) => t.shape.architecture === architecture);
			const differs = nearest && differenceOf(shape, nearest.shape);
			return { status: 'no-library', architecture, ...(differs && { differs }) };
		}
		const plan = planConversion(gguf, target.layout);
		chatConfig(gguf, plan);
		tokenizerJson(gguf.metadata);
		const bytes = plan.shards.reduce((sum, shard) => sum + shard.bytes, 0);
		return { status: 'ready', target, bytes };
	} catch (thrown) {
		const { code, data } = toAppError(thrown);
		if (code !== 'unsupported') throw thrown;
		if (data.reason === 'unknown-architecture') return { status: 'no-library', architecture };
		return { status: 'unsupported', data };
	}
}
