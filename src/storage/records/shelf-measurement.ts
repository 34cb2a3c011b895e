import * as v from 'valibot';
import { defineRecord } from '../record.ts';

/** Bytes per second. */
const speed = v.object({ write: v.number(), read: v.number() });

/** How fast each place for pack files is on this device. */
const schema = v.object({
	/** Milliseconds since 1970. */
	measuredAt: v.number(),
	speeds: v.object({ 'indexed-db': speed, opfs: speed }),
});

export type ShelfMeasurement = v.InferOutput<typeof schema>;
export type ShelfSpeed = v.InferOutput<typeof speed>;

export const shelfMeasurementRecord = defineRecord({ schema, migrations: [] });
