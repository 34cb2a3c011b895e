import * as v from 'valibot';

const between = (least: number, most: number) =>
	v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most: number) => v.pipe(between(least, most), v.safeInteger());

/** The most that each may be, and the least: for the form, and for what comes from outside. */
export const LIMITS = {
	temperature: [0, 2],
	topP: [0.05, 1],
	repetitionPenalty: [1, 2],
	maxTokens: [16, 32_768],
	room: [256, 131_072],
	seed: [0, 2 ** 32 - 1],
	stops: 8,
	stopLength: 60,
} as const;

/** How a model is to answer, as far as somebody has said: what is missing is left to the next in line. */
export const Parameters = v.object({
	/** Creativity: 0 always takes the likeliest word. */
	temperature: v.optional(between(...LIMITS.temperature)),
	/** Share of the likeliest words that are drawn from. */
	topP: v.optional(between(...LIMITS.topP)),
	/** 1 is off. */
	repetitionPenalty: v.optional(between(...LIMITS.repetitionPenalty)),
	/** Tokens of answer at most. */
	maxTokens: v.optional(whole(...LIMITS.maxTokens)),
	/** Tokens of the conversation that are read at most. */
	room: v.optional(whole(...LIMITS.room)),
	seed: v.optional(whole(...LIMITS.seed)),
	/** Texts that end an answer. */
	stop: v.optional(
		v.pipe(
			v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.stopLength))),
			v.maxLength(LIMITS.stops),
		),
	),
});

export type Parameters = Readonly<v.InferOutput<typeof Parameters>>;

/** Each parameter by the first of `sources` that says something about it. */
export function firstSaid(...sources: readonly (Parameters | undefined)[]): Parameters {
	const said = sources.toReversed().flatMap((source) => Object.entries(source ?? {}));
	return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}
