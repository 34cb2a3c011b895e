import * as v from 'valibot';
import { defineRecord } from '../../storage/record.ts';
import { hasItsEngine, packChoice } from './pack-choice.ts';

export const installedPackRecord = defineRecord({
	schema: v.pipe(
		v.object({
			...packChoice,
			/** Milliseconds since the epoch. */
			installedAt: v.number(),
		}),
		v.check((choice) => hasItsEngine(choice)),
	),
	migrations: [],
});
