import * as v from 'valibot';
import { defineRecord } from '../../storage/record.ts';
import { hasItsEngine, packChoice } from './pack-choice.ts';

const schema = v.pipe(
	v.object({
		...packChoice,
		/** Milliseconds since the epoch. */
		startedAt: v.number(),
		/** It comes out of a file, which is not there any more after a reload. */
		fromFile: v.optional(v.literal(true)),
		/** It comes from a device near: what is missing, only such a device can bring. */
		fromHand: v.optional(v.literal(true)),
		/** It was installed and has been removed; for a moment that can be undone. */
		removed: v.optional(v.literal(true)),
	}),
	v.check((choice) => hasItsEngine(choice)),
);

/**
 * What needs stored files besides the installed packs: an installation that was begun and is neither finished nor
 * cancelled, which outlives a reload, or a removal that can be undone.
 */
export type PendingInstallation = Readonly<v.InferOutput<typeof schema>>;

export const pendingInstallationRecord = defineRecord({ schema, migrations: [] });
