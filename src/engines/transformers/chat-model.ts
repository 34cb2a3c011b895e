import {
	AutoModelForCausalLM,
	AutoTokenizer,
	type PreTrainedModel,
	type PreTrainedTokenizer,
} from '@huggingface/transformers';
import type { CallOptions } from '../../lib/call-options.ts';
import { answerReserve, fitContextWindow, roomFor } from '../context-window.ts';
import type { Delta, GenerateRequest, Message } from '../engine.ts';
import { StopWords } from '../stop-words.ts';
import { Decoder } from './decoder.ts';
import { MODEL_ID } from './pack-cache.ts';
import { TextStream } from './text-stream.ts';
import { samplingOf, TokenSampler } from './token-sampler.ts';
import type { ModelOptions } from './model-options.ts';
import type { Trial } from './worker-contract.ts';

/** Prompt of a trial, and tokens written: enough to tell twice as fast from as fast, on a phone in a second or two. */
const TRIAL: readonly Message[] = [{ role: 'user', content: 'What is the capital of France?' }];
const TRIAL_TOKENS = 4;

/** A causal model that transformers.js has loaded, and its context window. */
export class ChatModel {
	readonly #model: PreTrainedModel;
	readonly #tokenizer: PreTrainedTokenizer;
	readonly #window: number;
	readonly #decoder: Decoder;

	/** Throws transformers.js's own errors. */
	static async load(options: ModelOptions, contextWindow: number): Promise<ChatModel> {
		const [tokenizer, model] = await Promise.all([
			AutoTokenizer.from_pretrained(MODEL_ID),
			AutoModelForCausalLM.from_pretrained(MODEL_ID, options),
		]);
		// Throws for a pack without a template now, and not when the person waits for an answer.
		tokenizer.get_chat_template();
		return new ChatModel(model, tokenizer, contextWindow);
	}

	private constructor(model: PreTrainedModel, tokenizer: PreTrainedTokenizer, window: number) {
		this.#model = model;
		this.#tokenizer = tokenizer;
		this.#window = window;
		this.#decoder = new Decoder(model);
	}

	/** Answers. Only what follows the part of the prompt that was read before is read. */
	async *generate(request: GenerateRequest, o: CallOptions = {}): AsyncGenerator<Delta> {
		const window = roomFor(request, this.#window);
		const reserve = answerReserve(request, window);
		const { messages, turns } = fitContextWindow(
			request.messages,
			this.#tokensOf(request.messages),
			{ window, reserve },
		);
		if (turns > 0) yield { type: 'trimmed', turns };

		const prompt = this.#promptOf(messages);
		const reused = await this.#decoder.reuse(prompt);
		const began = performance.now();
		let scores = await this.#decoder.read(prompt.slice(reused), o);
		const read = performance.now();

		const { generation_config: defaults } = this.#model;
		const sampler = new TokenSampler(samplingOf(request, defaults ?? {}));
		const ends = new Set([defaults?.eos_token_id ?? []].flat());
		const most = Math.min(request.maxTokens ?? Infinity, this.#window - prompt.length);
		const stop = new StopWords(request.stop);
		const stream = new TextStream((tokens) => this.#decode(tokens));
		const written: number[] = [];
		let reason: 'stop' | 'length' = 'length';
		while (written.length < most) {
			const token = sampler.pick(scores, [...prompt, ...written]);
			written.push(token);
			if (ends.has(token)) {
				reason = 'stop';
				break;
			}
			const text = stop.push(stream.push(token));
			if (text) yield { type: 'text', text };
			if (stop.isReached) {
				reason = 'stop';
				break;
			}
			if (written.length < most) scores = await this.#decoder.read([token], o);
		}
		const rest = stop.push(stream.end()) + stop.end();
		if (rest) yield { type: 'text', text: rest };
		const decodeSeconds = (performance.now() - read) / 1000;
		const fresh = prompt.length - reused;
		yield {
			type: 'end',
			reason,
			usage: {
				promptTokens: prompt.length,
				prefilledTokens: fresh,
				completionTokens: written.length,
				prefillPerSecond: (fresh * 1000) / (read - began),
				// The first token came of reading the prompt.
				decodePerSecond: (written.length - 1) / decodeSeconds,
			},
		};
	}

	/** Reads a short prompt anew and writes a few tokens. */
	async tryOut(o: CallOptions = {}): Promise<Trial> {
		const prompt = this.#promptOf(TRIAL);
		// Another beginning: nothing of it is reused.
		await this.#decoder.reuse([-1, 0]);
		const began = performance.now();
		const sampler = new TokenSampler(samplingOf({ messages: TRIAL, temperature: 0 }));
		const output: number[] = [];
		let next = prompt;
		while (output.length < TRIAL_TOKENS) {
			const token = sampler.pick(await this.#decoder.read(next, o), []);
			output.push(token);
			next = [token];
		}
		return { milliseconds: performance.now() - began, output };
	}

	/** Tokens of each message: its own, and its share of what the template puts around them all. */
	#tokensOf(messages: readonly Message[]): number[] {
		const own = messages.map(({ content }) => this.#tokenizer.encode(content).length);
		const beside = this.#promptOf(messages).length - own.reduce((sum, count) => sum + count, 0);
		return own.map((count) => count + Math.max(0, Math.ceil(beside / messages.length)));
	}

	/** An answer that is gone on with stands after the header of the reply, where its own words would. */
	#promptOf(messages: readonly Message[]): number[] {
		const begun = messages.at(-1)?.role === 'assistant' ? messages.at(-1) : undefined;
		const prompt: number[] = this.#tokenizer.apply_chat_template(
			begun ? messages.slice(0, -1) : [...messages],
			{ add_generation_prompt: true, return_tensor: false, return_dict: false },
		);
		if (!begun) return prompt;
		return [...prompt, ...this.#tokenizer.encode(begun.content, { add_special_tokens: false })];
	}

	#decode(tokens: readonly number[]): string {
		if (tokens.length === 0) return '';
		return this.#tokenizer.decode([...tokens], {
			skip_special_tokens: true,
			clean_up_tokenization_spaces: false,
		});
	}
}
