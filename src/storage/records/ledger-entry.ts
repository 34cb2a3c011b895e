import * as v from 'valibot';
import { defineRecord } from '../record.ts';

const Text = v.pipe(v.string(), v.maxLength(500));

/** What a request to another host was for. */
const purpose = v.variant('kind', [
	/** A file of a pack that the person was installing. */
	v.object({ kind: v.literal('file'), pack: Text, file: Text }),
	/** What a repository on a model hub holds. */
	v.object({ kind: v.literal('repository'), repository: Text }),
	/** Nothing that the person had asked for. */
	v.object({ kind: v.literal('none') }),
]);

const schema = v.object({
	/** Milliseconds since the epoch. */
	at: v.number(),
	/** Host and port that were asked. */
	host: Text,
	/** Without the query, which may hold a signature. */
	path: Text,
	purpose,
	/**
	 * `open`: no end was recorded, because it is under way or the browser ended first. `failed`: no answer, or the
	 * line broke. `stopped`: by the app. `refused`: it did not go out.
	 */
	outcome: v.picklist(['open', 'done', 'failed', 'stopped', 'refused']),
	/** How often the host was asked: again where it was to be found out why there was no answer. */
	requests: v.number(),
	/** Received. */
	bytes: v.number(),
	/** Of the HTTP answer, where there was one. */
	status: v.optional(v.number()),
	/** Host and port that the answer came from in the end, where that is another. */
	finalHost: v.optional(Text),
});

/** A request for another host than the app's own. */
export type LedgerEntry = Readonly<v.InferOutput<typeof schema>>;
export type Purpose = Readonly<v.InferOutput<typeof purpose>>;

export const ledgerEntryRecord = defineRecord({ schema, migrations: [] });
