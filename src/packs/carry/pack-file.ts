import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';
import { Manifest, PackEngineName, type PackEngine, type PackManifest } from '../manifest.ts';

/** The first entry of a `.quern` file, which says what the others are. Format: docs/pack-file.md. */
export const HEADER_NAME = 'quern.json';

const VERSION = 1;

const Header = v.strictObject({
	/** Version of the format. */
	quern: v.literal(VERSION),
	/** The engine whose file set is in the file. */
	engine: PackEngineName,
	manifest: Manifest,
});

/** A pack, and the one engine whose files are meant. */
export interface PackChoice {
	readonly manifest: PackManifest;
	readonly engine: PackEngine;
}

/** Name of the entry that holds a file of the pack. */
export function entryName(sha256: string): string {
	return `files/${sha256}`;
}

export function encodeHeader({ manifest, engine }: PackChoice): Uint8Array<ArrayBuffer> {
	const header: v.InferOutput<typeof Header> = { quern: VERSION, engine, manifest };
	return new TextEncoder().encode(JSON.stringify(header));
}

/** Checks a header from outside. Throws `invalid-input`, and `unsupported` for a later version. */
export function parseHeader(text: string): PackChoice {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new AppError('invalid-input', `${HEADER_NAME} is not JSON`, { cause });
	}
	const result = v.safeParse(Header, value);
	if (result.success) return { manifest: result.output.manifest, engine: result.output.engine };
	const { quern } = (value ?? {}) as { quern?: unknown };
	if (typeof quern === 'number' && quern > VERSION) {
		throw new AppError('unsupported', `${HEADER_NAME} of version ${quern}`, {
			data: { reason: 'newer-version' },
		});
	}
	const issue = result.issues[0];
	const where = v.getDotPath(issue) ?? '';
	throw new AppError('invalid-input', `${HEADER_NAME}: ${where} ${issue.message}`);
}
