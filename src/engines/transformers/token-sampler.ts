import type { GenerateRequest } from '../engine.ts';

/** How the next token is chosen; every field is given. */
export interface Sampling {
	/** 0 is greedy. */
	readonly temperature: number;
	readonly topP: number;
	readonly repetitionPenalty: number;
	readonly seed: number;
}

/** Sampling where neither the request nor the pack names one: what small instruct models were tuned with. */
const TEMPERATURE = 0.2;
const TOP_P = 0.9;

/** What holds for a request. `pack` is the pack's own generation_config.json. */
export function samplingOf(
	request: GenerateRequest,
	pack: { readonly temperature?: number | null; readonly top_p?: number | null } = {},
): Sampling {
	return {
		temperature: request.temperature ?? pack.temperature ?? TEMPERATURE,
		topP: request.topP ?? pack.top_p ?? TOP_P,
		repetitionPenalty: request.repetitionPenalty ?? 1,
		seed: request.seed ?? Math.floor(Math.random() * 2 ** 32),
	};
}

/** Chooses tokens by their scores. transformers.js itself has neither top-p nor a seed of its own per answer. */
export class TokenSampler {
	readonly #sampling: Sampling;
	readonly #random: () => number;

	constructor(sampling: Sampling) {
		this.#sampling = sampling;
		this.#random = mulberry32(sampling.seed);
	}

	/** The next token. `scores` has one for each token of the vocabulary and is changed; `written` are those before. */
	pick(scores: Float32Array, written: Iterable<number>): number {
		const { temperature, repetitionPenalty, topP } = this.#sampling;
		if (repetitionPenalty !== 1) penalize(scores, new Set(written), repetitionPenalty);
		const best = indexOfMax(scores);
		if (temperature === 0) return best;

		const weights = scores.map((score) => Math.exp((score - scores[best]!) / temperature));
		const likely = nucleus(weights, topP);
		const total = likely.reduce((sum, token) => sum + weights[token]!, 0);
		let left = this.#random() * total;
		return likely.find((token) => (left -= weights[token]!) <= 0) ?? best;
	}
}

/** As Keskar et al. (CTRL, 2019) define it: a positive score is divided, a negative one multiplied. */
function penalize(scores: Float32Array, tokens: ReadonlySet<number>, penalty: number): void {
	for (const token of tokens) {
		const score = scores[token]!;
		scores[token] = score > 0 ? score / penalty : score * penalty;
	}
}

/** The fewest tokens, the likeliest first, that have `share` of the weight between them. */
function nucleus(weights: Float32Array, share: number): number[] {
	let total = 0;
	for (const weight of weights) total += weight;
	// Sorting a whole vocabulary takes milliseconds for each token; almost all of it weighs nothing.
	const least = ((1 - share) * total) / weights.length;
	const candidates: number[] = [];
	weights.forEach((weight, token) => {
		if (weight >= least) candidates.push(token);
	});
	if (share >= 1) return candidates;
	candidates.sort((a, b) => weights[b]! - weights[a]!);
	let sum = 0;
	const end = candidates.findIndex((token) => (sum += weights[token]!) >= share * total);
	return end < 0 ? candidates : candidates.slice(0, end + 1);
}

function indexOfMax(values: Float32Array): number {
	let best = 0;
	for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
	return best;
}

/** Tommy Ettinger's mulberry32: small, fast, and even enough to choose words by. */
function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
