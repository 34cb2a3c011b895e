import {
	AutoModel,
	AutoTokenizer,
	type PreTrainedModel,
	type PreTrainedTokenizer,
	type Tensor,
} from '@huggingface/transformers';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { ModelOptions } from './model-options.ts';
import { nextTask } from './next-task.ts';
import { MODEL_ID } from './pack-cache.ts';
import { poolingOf, poolTokens, type Pooling, type PoolingConfig } from './pooling.ts';
import type { Trial } from './worker-contract.ts';

/** What a trial embeds: some twenty tokens each, as sentences have. */
const TRIAL = [
	'A hand mill grinds the grain of the house that owns it, day after day.',
	'The river carried the boats down to the sea before the rain came.',
];

interface Source {
	readonly options: ModelOptions;
	/** Tokens of a text that count; what is beyond them is not read. */
	readonly contextWindow: number;
	/** The pack's own description of its pooling, where it has one. */
	readonly pooling: PoolingConfig | undefined;
}

/** An encoder that transformers.js has loaded: texts in, vectors of length 1 out. */
export class Embedder {
	readonly #model: PreTrainedModel;
	readonly #tokenizer: PreTrainedTokenizer;
	readonly #window: number;
	readonly #pooling: Pooling;

	/** Throws transformers.js's own errors. */
	static async load({ options, contextWindow, pooling }: Source): Promise<Embedder> {
		const [tokenizer, model] = await Promise.all([
			AutoTokenizer.from_pretrained(MODEL_ID),
			AutoModel.from_pretrained(MODEL_ID, options),
		]);
		return new Embedder(model, tokenizer, contextWindow, poolingOf(pooling));
	}

	private constructor(
		model: PreTrainedModel,
		tokenizer: PreTrainedTokenizer,
		window: number,
		pooling: Pooling,
	) {
		this.#model = model;
		this.#tokenizer = tokenizer;
		this.#window = window;
		this.#pooling = pooling;
	}

	/** One vector for each text. Throws `aborted` between two texts. */
	async embed(texts: readonly string[], { signal }: CallOptions = {}): Promise<Float32Array[]> {
		const vectors: Float32Array[] = [];
		for (const text of texts) {
			await nextTask();
			if (signal?.aborted) throw new AppError('aborted', 'stopped between texts');
			vectors.push(await this.#embedOne(text));
		}
		return vectors;
	}

	async tryOut(o: CallOptions = {}): Promise<Trial> {
		const began = performance.now();
		const vectors = await this.embed(TRIAL, o);
		const milliseconds = performance.now() - began;
		return { milliseconds, output: vectors.flatMap((vector) => [...vector]) };
	}

	async #embedOne(text: string): Promise<Float32Array> {
		const inputs = this.#tokenizer(text, { truncation: true, max_length: this.#window }) as Record<
			string,
			Tensor
		>;
		const outputs = (await this.#model(inputs)) as Record<string, Tensor>;
		const states =
			outputs['sentence_embedding'] ?? outputs['last_hidden_state'] ?? outputs['token_embeddings'];
		if (!states) {
			throw new AppError('unsupported', `no embedding among ${Object.keys(outputs).join(', ')}`, {
				data: { reason: 'unknown-architecture' },
			});
		}
		const width = states.dims.at(-1)!;
		return poolTokens(states.data as Float32Array, width, this.#pooling);
	}
}
