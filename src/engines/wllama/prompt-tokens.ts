import type { Wllama } from '@wllama/wllama';
import { AppError } from '../../lib/errors.ts';
import type { Message } from '../engine.ts';

/** The answer to a prompt longer than the window, which llama.cpp refuses before computing anything. */
const REFUSAL = /request \((\d+) tokens\) exceeds the available context size/;

/** Role markers around a message: five tokens in ChatML, some more in other templates. */
const MARKERS = 8;

/** Counts kept: a long conversation's messages. */
const MAX_KEPT = 1000;

/**
 * Counts tokens with the loaded model's own tokenizer. wllama 3 has no call for that, so each text is
 * followed by words enough to overrun the window: the refusal names the number of tokens.
 */
export class PromptTokens {
	readonly #wllama: Wllama;
	readonly #padding: string;
	readonly #kept = new Map<string, number>();
	#paddingTokens: number | undefined;

	/** `window` as wllama was told; llama.cpp rounds it up to a multiple of 256. */
	constructor(wllama: Wllama, window: number) {
		this.#wllama = wllama;
		this.#padding = ' a'.repeat(Math.ceil(window / 256) * 256 + 1);
	}

	/**
	 * Tokens of each message in the prompt, exact to a token or two. Where all of them surely fit `limit`
	 * it is spared the counting, for a token is a byte at least.
	 */
	async of(messages: readonly Message[], limit: number): Promise<number[]> {
		const bounds = messages.map(({ content }) => 3 * content.length + MARKERS);
		if (bounds.reduce((sum, bound) => sum + bound, 0) <= limit) return bounds;
		const counts: number[] = [];
		for (const { content } of messages) counts.push((await this.#tokensOf(content)) + MARKERS);
		return counts;
	}

	async #tokensOf(content: string): Promise<number> {
		this.#paddingTokens ??= await this.#count(this.#padding);
		let count = this.#kept.get(content);
		if (count === undefined) {
			count = (await this.#count(content + this.#padding)) - this.#paddingTokens;
			if (this.#kept.size === MAX_KEPT) this.#kept.clear();
			this.#kept.set(content, count);
		}
		return count;
	}

	async #count(prompt: string): Promise<number> {
		try {
			await this.#wllama.createCompletion({ prompt, max_tokens: 1 });
		} catch (error) {
			const tokens = REFUSAL.exec(error instanceof Error ? error.message : '')?.[1];
			if (tokens) return Number(tokens);
			throw error;
		}
		throw new AppError('internal', 'llama.cpp took a prompt longer than its window');
	}
}
