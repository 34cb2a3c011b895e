import { DynamicCache, Tensor, type PreTrainedModel } from '@huggingface/transformers';
import { AppError } from '../../lib/errors.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { nextTask } from './next-task.ts';

/** Prompt tokens computed at a time: an abort is noticed after each batch. */
const BATCH = 64;

type Tensors = Record<string, Tensor>;

/**
 * A causal model and the tokens that it has read. It goes on from its KV cache as far as the next tokens
 * begin like the last ones; of a cache on the processor it keeps the beginning where they part.
 */
export class Decoder {
	readonly #model: PreTrainedModel;
	#read: number[] = [];
	#cache: DynamicCache | undefined;

	constructor(model: PreTrainedModel) {
		this.#model = model;
	}

	/** How many of `tokens` the cache spares reading; the last one is always read. */
	async reuse(tokens: readonly number[]): Promise<number> {
		const same = this.#read.findIndex((token, i) => token !== tokens[i]);
		const shared = Math.min(same < 0 ? this.#read.length : same, tokens.length - 1);
		if (shared < this.#read.length) await this.#cut(shared);
		return this.#read.length;
	}

	/** Reads more tokens and returns the scores for the one that follows. Throws `aborted` between batches. */
	async read(tokens: readonly number[], { signal }: CallOptions = {}): Promise<Float32Array> {
		for (let start = 0; ; start += BATCH) {
			await nextTask();
			if (signal?.aborted) throw new AppError('aborted', 'stopped between tokens');
			const scores = await this.#step(tokens.slice(start, start + BATCH));
			if (start + BATCH >= tokens.length) return scores;
		}
	}

	async #step(tokens: readonly number[]): Promise<Float32Array> {
		const length = this.#read.length + tokens.length;
		const inputs = this.#model.prepare_inputs_for_generation(
			[tokens],
			{
				input_ids: integers(tokens),
				attention_mask: integers(new Array<number>(length).fill(1)),
				...(this.#cache && { past_key_values: this.#cache }),
			},
			this.#model.generation_config,
		) as Tensors;
		const { logits, ...rest } = (await this.#model.forward(inputs)) as Tensors;
		const present = Object.entries(rest).map(
			([name, tensor]) => [pastNameOf(name), tensor] as const,
		);
		this.#cache ??= new DynamicCache();
		this.#cache.update(Object.fromEntries(present));
		this.#read.push(...tokens);
		// A model that gives the scores for every position gives those asked for last.
		const [, rows = 1, vocabulary = 0] = logits!.dims;
		const scores = logits!.data as Float32Array;
		return scores.slice((rows - 1) * vocabulary, rows * vocabulary);
	}

	/** Forgets all but the first `length` tokens: all, where the cache cannot be cut. */
	async #cut(length: number): Promise<void> {
		const entries = Object.entries(this.#cache ?? {}) as [string, Tensor][];
		const isCuttable = entries.every(
			([name, { location, dims }]) =>
				/^past_key_values\./.test(name) &&
				location === 'cpu' &&
				dims.length === 4 &&
				dims[2] === this.#read.length,
		);
		await this.#cache?.dispose();
		this.#cache = undefined;
		if (isCuttable && length > 0) {
			const kept = entries.map(([name, tensor]) => [
				name,
				tensor.slice(null, null, [0, length], null),
			]);
			this.#cache = new DynamicCache(Object.fromEntries(kept) as Tensors);
		}
		this.#read.length = this.#cache ? length : 0;
	}
}

/** What a model gives out as `present…` it takes in as `past…`, as transformers.js itself has it. */
function pastNameOf(present: string): string {
	return present
		.replace(/^present_(ssm|conv|recurrent)/, 'past_$1')
		.replace(/^present/, 'past_key_values');
}

function integers(values: readonly number[]): Tensor {
	return new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
}
