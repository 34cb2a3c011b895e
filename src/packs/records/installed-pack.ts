import * as v from 'valibot';
import { defineRecord } from '../../storage/record.ts';
import { Manifest } from '../manifest.ts';

export const installedPackRecord = defineRecord({
	schema: v.object({
		manifest: Manifest,
		engine: v.picklist(['web-llm', 'wllama']),
		installedAt: v.number(),
	}),
	migrations: [],
});
