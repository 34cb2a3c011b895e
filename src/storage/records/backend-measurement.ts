import * as v from 'valibot';
import { defineRecord } from '../record.ts';

/** Where ONNX Runtime computes: on the processor, or on the graphics chip. */
const backend = v.picklist(['wasm', 'webgpu']);

/** How fast one model is on the processor and on the graphics chip of this device. */
const schema = v.object({
	/** Milliseconds since 1970. */
	measuredAt: v.number(),
	/** The faster one. */
	backend,
	/** Milliseconds that a short run took on each; on the graphics chip null where it did not end in time, or wrongly. */
	milliseconds: v.object({ wasm: v.number(), webgpu: v.nullable(v.number()) }),
});

export type Backend = v.InferOutput<typeof backend>;
export type BackendMeasurement = Readonly<v.InferOutput<typeof schema>>;

export const backendMeasurementRecord = defineRecord({ schema, migrations: [] });
