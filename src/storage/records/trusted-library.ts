import * as v from 'valibot';
import { defineRecord } from '../record.ts';

const schema = v.object({
	/** SHA-256 of the compiled library, lowercase hex. */
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	/** Name of the pack that brought it. */
	packName: v.string(),
	/** Milliseconds since the epoch. */
	trustedAt: v.number(),
});

/** A compiled library that the person has said may run. */
export type TrustedLibrary = Readonly<v.InferOutput<typeof schema>>;

export const trustedLibraryRecord = defineRecord({ schema, migrations: [] });
