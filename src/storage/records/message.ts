import * as v from 'valibot';
import { defineRecord } from '../record.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const schema = v.object({
	id: v.string(),
	conversationId: v.string(),
	/** Place in the conversation in the order of writing, ascending from 0. */
	position: Count,
	/**
	 * The message that it follows, null for a first one. Without it, as in conversations from before there were
	 * variants, it follows the one before it by position.
	 */
	parentId: v.optional(v.nullable(v.string())),
	role: v.picklist(['system', 'user', 'assistant']),
	content: v.string(),
	/** Milliseconds since the epoch. */
	createdAt: v.number(),
	/**
	 * `streaming` while a generation is writing it; `complete` when the model ended; `stopped` by the
	 * person; `interrupted` by a crash, a closed tab or a failure.
	 */
	state: v.picklist(['streaming', 'complete', 'stopped', 'interrupted']),
	/** Oldest turns that did not fit the context window when this answer was generated. */
	trimmedTurns: v.optional(Count),
	/** The answer ended for want of room, and not where the model would have ended it. */
	cut: v.optional(v.literal('length')),
	/** The pack that wrote this answer. */
	packId: v.optional(v.string()),
});

/** One message of a conversation, as stored. */
export type StoredMessage = Readonly<v.InferOutput<typeof schema>>;

export const messageRecord = defineRecord({ schema, migrations: [] });
