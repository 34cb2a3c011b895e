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
	}),
	v.check((choice) => hasItsEngine(choice)),
);

/** An installation that was begun and is neither finished nor cancelled. It outlives a reload. */
export type PendingInstallation = Readonly<v.InferOutput<typeof schema>>;

export const pendingInstallationRecord = defineRecord({ schema, migrations: [] });
