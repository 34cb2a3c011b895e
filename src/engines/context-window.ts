import { AppError } from '../lib/errors.ts';
import type { GenerateRequest, Message } from './engine.ts';

/** Tokens kept free for the answer where the request names no number. */
const DEFAULT_RESERVE = 512;

export interface Fit {
	readonly messages: readonly Message[];
	/** Oldest turns left out: a person's message with the answer to it. */
	readonly turns: number;
}

/** Tokens of the window that the conversation may take up: all, unless the request wants less read. */
export function roomFor({ room = Infinity }: GenerateRequest, window: number): number {
	return Math.min(room, window);
}

/** Tokens of the window that an answer to `request` may count on: a quarter of it at most. */
export function answerReserve(request: GenerateRequest, window: number): number {
	return Math.min(request.maxTokens ?? DEFAULT_RESERVE, Math.floor(window / 4));
}

/**
 * Leaves out the oldest turns so that the prompt and `reserve` tokens of answer fit `window` tokens.
 * `tokens` counts each message as the engine will read it. The system message and the last message of the
 * person always stay, with what was answered so far; throws `invalid-input` with `limit` and `needed` where they
 * alone are too long.
 *
 * What is left out grows in steps of a quarter of the room: the beginning of the prompt then stays
 * the same for several turns, and the engine's KV cache with it.
 */
export function fitContextWindow(
	messages: readonly Message[],
	tokens: readonly number[],
	{ window, reserve }: { window: number; reserve: number },
): Fit {
	const limit = window - reserve;
	const excess = sum(tokens) - limit;
	if (excess <= 0) return { messages, turns: 0 };

	const first = messages[0]?.role === 'system' ? 1 : 0;
	const last = messages.findLastIndex(({ role }, index) => role === 'user' || index === first);
	const needed = sum(tokens.slice(0, first)) + sum(tokens.slice(last));
	if (needed > limit) {
		throw new AppError('invalid-input', `the last turn alone needs ${needed} of ${limit} tokens`, {
			data: { reason: 'context-window', limit, needed },
		});
	}

	const step = Math.ceil(limit / 4);
	const target = Math.ceil(excess / step) * step;
	let end = first;
	let turns = 0;
	for (let dropped = 0; end < last && dropped < target; turns++) {
		do dropped += tokens[end++]!;
		while (end < last && messages[end]!.role !== 'user');
	}
	return { messages: [...messages.slice(0, first), ...messages.slice(end)], turns };
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
