import * as v from 'valibot';
import { defineRecord } from '../record.ts';

// Documents will name the project that they belong to, as conversations do.
const schema = v.object({
	id: v.string(),
	name: v.string(),
	/** What the model is told before each conversation of the project. */
	instructions: v.string(),
	/** What answers in it, where that is not what answers elsewhere: a pack, and the engine it was installed for. */
	pack: v.optional(v.object({ id: v.string(), engine: v.string() })),
	/** Milliseconds since the epoch. */
	createdAt: v.number(),
});

/** Conversations that belong together. Which ones do, each of them says. */
export type Project = Readonly<v.InferOutput<typeof schema>>;

export const projectRecord = defineRecord({ schema, migrations: [] });
