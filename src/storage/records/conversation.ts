import * as v from 'valibot';
import { defineRecord } from '../record.ts';

const schema = v.object({
	id: v.string(),
	/** What the person sees in the list; empty until there is something to name it after. */
	title: v.string(),
	/** Milliseconds since the epoch. */
	createdAt: v.number(),
	/** When its last message began or ended: the order of the list. Milliseconds since the epoch. */
	updatedAt: v.number(),
	/** The last message of the variants that are shown. Without it, the last one written. */
	headId: v.optional(v.string()),
});

export type Conversation = Readonly<v.InferOutput<typeof schema>>;

export const conversationRecord = defineRecord({ schema, migrations: [] });
