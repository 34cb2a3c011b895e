import * as v from 'valibot';
import { defineRecord } from '../record.ts';
import { Name } from './assistant.ts';

/** What a person writes of a prompt, and what a file carries. */
export const PromptDraft = v.object({
	/** What it is called by, after `/`. */
	name: Name,
	/** With `{{blanks}}` that are filled in when it is called. */
	text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
});

const schema = v.object({
	...PromptDraft.entries,
	id: v.string(),
	/** Milliseconds since the epoch. */
	createdAt: v.number(),
	updatedAt: v.number(),
});

export type PromptDraft = Readonly<v.InferOutput<typeof PromptDraft>>;

/** A text to ask with, called by its name. */
export type Prompt = Readonly<v.InferOutput<typeof schema>>;

export const promptRecord = defineRecord({ schema, migrations: [] });
