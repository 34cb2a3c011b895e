import * as v from 'valibot';
import { defineRecord } from '../record.ts';

const schema = v.object({
	text: v.string(),
	/** Another one for each time that it was written: by it a tab sees whether another has written meanwhile. */
	revision: v.string(),
	/** Milliseconds since the epoch. */
	savedAt: v.number(),
});

/** What is written in a conversation and not sent. */
export type Draft = Readonly<v.InferOutput<typeof schema>>;

export const draftRecord = defineRecord({ schema, migrations: [] });
