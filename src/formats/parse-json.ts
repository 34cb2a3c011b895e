import * as v from 'valibot';
import { AppError } from '../lib/errors.ts';

/** Reads a JSON file of at most `maxBytes` bytes and checks its shape. Throws `invalid-input` with `data.part`. */
export async function parseJson<Schema extends v.GenericSchema>(
	file: Blob,
	name: string,
	schema: Schema,
	maxBytes: number,
): Promise<v.InferOutput<Schema>> {
	const refuse = (why: string, cause?: unknown) =>
		new AppError('invalid-input', `${name}: ${why}`, {
			cause,
			data: { reason: 'malformed', part: name },
		});
	if (file.size > maxBytes) throw refuse(`${file.size} bytes are too many`);
	let value: unknown;
	try {
		value = JSON.parse(await file.text());
	} catch (cause) {
		throw refuse('no JSON', cause);
	}
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw refuse(`${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
