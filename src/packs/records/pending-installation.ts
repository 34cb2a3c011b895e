import * as v from 'valibot';
import { defineRecord } from '../../storage/record.ts';
import { Manifest } from '../manifest.ts';

const schema = v.object({
	manifest: Manifest,
	engine: v.picklist(['web-llm', 'wllama']),
	/** Milliseconds since the epoch. */
	startedAt: v.number(),
});

/** An installation that was begun and is neither finished nor cancelled. It outlives a reload. */
export type PendingInstallation = Readonly<v.InferOutput<typeof schema>>;

export const pendingInstallationRecord = defineRecord({ schema, migrations: [] });
