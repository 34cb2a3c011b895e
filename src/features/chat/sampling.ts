import type { GenerateRequest } from '../../engines/engine.ts';
import type { Parameters } from '../../storage/records/parameters.ts';

/** `varied`: after an answer that went in circles. */
export type Attempt = 'first' | 'another' | 'varied';

/**
 * What holds where nobody has said anything. The likeliest answer first, but for words that it has just used: small
 * models go in circles otherwise. Another one, when asked for, is drawn more freely.
 */
const DEFAULTS = {
	first: { temperature: 0, repetitionPenalty: 1.1 },
	another: { temperature: 0.7, topP: 0.9 },
	varied: { temperature: 0.7, topP: 0.9, repetitionPenalty: 1.3 },
} as const;

/**
 * How an answer is drawn. `variant` counts the answers before it to the same question: another one has another seed, and
 * is never greedy, for it would be the same again.
 */
export function samplingFor(
	attempt: Attempt,
	parameters: Parameters,
	variant = 0,
): Omit<GenerateRequest, 'messages'> {
	const { seed, temperature, ...rest } = parameters;
	const isGreedyAgain = attempt !== 'first' && temperature === 0;
	return {
		...DEFAULTS[attempt],
		...rest,
		...(temperature !== undefined && !isGreedyAgain && { temperature }),
		...(seed !== undefined && { seed: (seed + variant) % 2 ** 32 }),
	};
}
