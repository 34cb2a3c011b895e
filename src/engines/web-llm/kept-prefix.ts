/**
 * The private parts of WebLLM's pipeline (0.2.86) that decide what is read of a prompt. `filledKVCacheLength` is the
 * number of tokens that it believes to be in its KV cache.
 */
export interface PrefillingPipeline {
	readonly kvStateKind: string;
	readonly kvCache?: unknown;
	readonly rnnState?: unknown;
	readonly artifact?: unknown;
	readonly slidingWindowSize: number;
	filledKVCacheLength: number;
	readonly tvm: { scalar(value: number, dtype: string): unknown };
	/** Finds a function of the runtime, and keeps it until the pipeline ends. Throws where there is none. */
	getKVCheckpointFunc(name: string): (...args: unknown[]) => unknown;
	/** The prompt to read, as lists of tokens (and images), how many tokens that is, and a way to size an image. */
	getInputData(): Promise<InputData>;
	embedAndForward(data: readonly unknown[], length: number): Promise<unknown>;
	resetKVCache(): void;
}

type InputData = [data: unknown[], length: number, sizeOf: unknown];

/** Of the runtime within every compiled library: forgets the last n tokens of a sequence. */
const FORGET_LAST = 'vm.builtin.kv_state_popn';

/** The only sequence that WebLLM has. */
const SEQUENCE = 0;

/**
 * Makes WebLLM read only that part of a prompt in which it differs from what its KV cache holds. By itself it goes on
 * from the cache only where a conversation grew by one turn after an answer that ended by itself, and leaves out the
 * sign that ends that answer; else it forgets all. A fitting change of WebLLM itself would be these three methods.
 */
export class KeptPrefix {
	readonly #pipeline: PrefillingPipeline;
	readonly #reset: () => void;
	/** The tokens in the cache; undefined where nobody knows, because reading them failed or there are images. */
	#held: number[] | undefined = [];
	#promptTokens = 0;

	/** Undefined, and nothing is changed, where the pipeline is not as it is expected to be or cannot cut its cache. */
	static of(pipeline: PrefillingPipeline): KeptPrefix | undefined {
		return canCut(pipeline) ? new KeptPrefix(pipeline) : undefined;
	}

	private constructor(pipeline: PrefillingPipeline) {
		this.#pipeline = pipeline;
		this.#reset = pipeline.resetKVCache.bind(pipeline);
		const getInputData = pipeline.getInputData.bind(pipeline);
		const embedAndForward = pipeline.embedAndForward.bind(pipeline);

		// What is still of use is only known once the next prompt is.
		pipeline.resetKVCache = () => {};

		pipeline.getInputData = async () => {
			// The whole prompt, as from cold.
			pipeline.filledKVCacheLength = 0;
			const [data, length, sizeOf] = await getInputData();
			const [tokens] = data;
			if (data.length !== 1 || !isTokens(tokens)) return [data, length, sizeOf];
			this.#promptTokens = tokens.length;
			const kept = this.#cut(sharedLength(this.#held ?? [], tokens));
			pipeline.filledKVCacheLength = kept;
			return [[tokens.slice(kept)], tokens.length - kept, sizeOf];
		};

		pipeline.embedAndForward = async (data, length) => {
			if (this.#cut(pipeline.filledKVCacheLength) !== pipeline.filledKVCacheLength) {
				throw new Error('the KV cache holds less than WebLLM believes');
			}
			const held = this.#held;
			this.#held = undefined;
			const logits = await embedAndForward(data, length);
			if (held && data.every(isTokens)) {
				for (const tokens of data) held.push(...tokens);
				this.#held = held;
			}
			return logits;
		};
	}

	/** Tokens of the last prompt, those that were not read again included. */
	get promptTokens(): number {
		return this.#promptTokens;
	}

	/** Forgets all but the first `length` tokens, or all where that fails. Returns how many are left. */
	#cut(length: number): number {
		const held = this.#held;
		if (held?.length === length) return length;
		if (held && length > 0) {
			try {
				this.#forgetLast(held.length - length);
				held.length = length;
				return length;
			} catch (error) {
				console.warn('The KV cache could not be cut.', error);
			}
		}
		this.#reset();
		this.#held = [];
		return 0;
	}

	#forgetLast(count: number): void {
		const { tvm, kvCache } = this.#pipeline;
		const forget = this.#pipeline.getKVCheckpointFunc(FORGET_LAST);
		forget(kvCache, tvm.scalar(SEQUENCE, 'int64'), tvm.scalar(count, 'int32'));
	}
}

/** A window that slides has forgotten the beginning; a recurrent state cannot go back; the parts of others are unknown. */
function canCut(pipeline: Partial<PrefillingPipeline>): pipeline is PrefillingPipeline {
	const methods = [
		'getKVCheckpointFunc',
		'getInputData',
		'embedAndForward',
		'resetKVCache',
	] as const;
	if (!methods.every((name) => typeof pipeline[name] === 'function')) return false;
	if (typeof pipeline.tvm?.scalar !== 'function') return false;
	if (pipeline.kvStateKind !== 'kv_cache' || pipeline.slidingWindowSize !== -1) return false;
	if (!pipeline.kvCache || pipeline.rnnState || pipeline.artifact) return false;
	if (pipeline.filledKVCacheLength !== 0) return false;
	try {
		pipeline.getKVCheckpointFunc!(FORGET_LAST);
		return true;
	} catch {
		return false;
	}
}

/** How many of `tokens` `held` begins with; the last one is always read, for what follows it. */
function sharedLength(held: readonly number[], tokens: readonly number[]): number {
	const last = Math.min(held.length, tokens.length - 1);
	let length = 0;
	while (length < last && held[length] === tokens[length]) length++;
	return length;
}

function isTokens(data: unknown): data is number[] {
	return Array.isArray(data);
}
