import * as v from 'valibot';
import { defineRecord } from '../../storage/record.ts';

const positive = v.pipe(v.number(), v.minValue(0));

const speed = v.object({
	/** Milliseconds since the epoch. */
	measuredAt: v.number(),
	/** `benchmark`: the fixed question of `measureSpeed`; `answer`: what the person asked by themselves. */
	by: v.picklist(['benchmark', 'answer']),
	/** From the call to ready, in milliseconds. */
	loadTime: v.optional(positive),
	/** Tokens of prompt read per second, and how many there were. */
	prefillPerSecond: positive,
	promptTokens: positive,
	/** Tokens of answer written per second, and how many there were. */
	decodePerSecond: positive,
	completionTokens: positive,
	/** Of the page with its workers, without the GPU's; where the browser tells it. */
	memoryBytes: v.optional(positive),
});

const schema = v.object({
	/** When it was last loaded, in milliseconds since the epoch. */
	usedAt: v.optional(v.number()),
	speed: v.optional(speed),
});

/** How fast a pack ran on this device. */
export type PackSpeed = Readonly<v.InferOutput<typeof speed>>;
/** When an installed pack was last used, and how fast it was. */
export type PackUse = Readonly<v.InferOutput<typeof schema>>;

export const packUseRecord = defineRecord({ schema, migrations: [] });
