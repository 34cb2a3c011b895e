import * as v from 'valibot';
import { defineRecord } from '../record.ts';
import { Parameters } from './parameters.ts';

const schema = v.object({
	id: v.string(),
	/** What the person sees in the list; empty until there is something to name it after. */
	title: v.string(),
	/** Who gave the title, where it is not the first words: a person's own is never replaced. */
	titleBy: v.optional(v.picklist(['person', 'model'])),
	/** Milliseconds since the epoch. */
	createdAt: v.number(),
	/** When its last message began or ended: the order of the list. Milliseconds since the epoch. */
	updatedAt: v.number(),
	/** The last message of the variants that are shown. Without it, the last one written. */
	headId: v.optional(v.string()),
	/** When it was pinned to the top of the list. Milliseconds since the epoch. */
	pinnedAt: v.optional(v.number()),
	/** When it was put out of the list, into the archive. Milliseconds since the epoch. */
	archivedAt: v.optional(v.number()),
	/** The project that it is in. One that is gone counts as none. */
	projectId: v.optional(v.string()),
	/** Who answers, if not the model as it is. One that is gone counts as none. */
	assistantId: v.optional(v.string()),
	/** How it answers here, as far as the person has said. */
	parameters: v.optional(Parameters),
});

export type Conversation = Readonly<v.InferOutput<typeof schema>>;

export const conversationRecord = defineRecord({ schema, migrations: [] });
