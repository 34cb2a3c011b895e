import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';
import { PREFIX_BYTES } from '../../lib/sealed-segments.ts';

/** The first bytes of every backup: a name, then the version of the format. */
const MAGIC = new TextEncoder().encode('QUERNBAK');
export const BACKUP_VERSION = 1;
/** Magic, version, kind, length of the JSON. */
const FIXED_BYTES = 12;
const MAX_JSON_BYTES = 4096;

const SALT_BYTES = 16;
const CHECK_BYTES = 16;

const bytesOf = (length: number) =>
	v.pipe(
		v.string(),
		v.maxLength(2 * length),
		v.base64(),
		v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
		v.check((bytes) => bytes.length === length),
	);
const between = (least: number, most: number) =>
	v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** Bounds, so that no file makes a device run out of memory or time before its passphrase is even known. */
const Cost = v.strictObject({
	memoryKiB: between(8 * 1024, 256 * 1024),
	passes: between(1, 10),
	lanes: between(1, 4),
});

const Sealing = {
	prefix: bytesOf(PREFIX_BYTES),
	segmentBytes: between(1024, 4 * 1024 * 1024),
};

const Header = v.variant('lock', [
	/** The key stands in the header: the segments find damage, and keep nothing secret. */
	v.strictObject({ lock: v.literal('none'), key: bytesOf(32), ...Sealing }),
	v.strictObject({
		lock: v.literal('argon2id'),
		salt: bytesOf(SALT_BYTES),
		cost: Cost,
		/** Derived beside the key: tells a wrong passphrase from a damaged file. */
		check: bytesOf(CHECK_BYTES),
		...Sealing,
	}),
]);

/** How the rest of a backup is read. */
export type BackupHeader = v.InferOutput<typeof Header>;

export const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
export const newSalt = () => randomBytes(SALT_BYTES);
export { CHECK_BYTES };

/** The header as the first bytes of a file. */
export function encodeBackupHeader(header: BackupHeader): Uint8Array<ArrayBuffer> {
	const json = new TextEncoder().encode(
		JSON.stringify(header, (_, value: unknown) =>
			value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : value,
		),
	);
	const bytes = new Uint8Array(FIXED_BYTES + json.length);
	bytes.set(MAGIC);
	const view = new DataView(bytes.buffer);
	view.setUint16(8, BACKUP_VERSION, true);
	view.setUint16(10, json.length, true);
	bytes.set(json, FIXED_BYTES);
	return bytes;
}

/**
 * Reads a file's header and its bytes. Throws `invalid-input` (`not-a-backup`) for another file, `unsupported`
 * (`newer-backup`) for one of a newer Quern, and `corrupt` (`damaged-backup`) where it makes no sense.
 */
export async function readBackupHeader(
	file: Blob,
): Promise<{ header: BackupHeader; bytes: Uint8Array<ArrayBuffer> }> {
	const fixed = await read(file, 0, FIXED_BYTES);
	if (fixed.length < FIXED_BYTES || MAGIC.some((byte, index) => fixed[index] !== byte)) {
		throw new AppError('invalid-input', 'no backup', { data: { reason: 'not-a-backup' } });
	}
	const view = new DataView(fixed.buffer);
	const version = view.getUint16(8, true);
	if (version > BACKUP_VERSION) throw newerBackup(`format ${version}`);
	const length = view.getUint16(10, true);
	const bytes = await read(file, 0, FIXED_BYTES + length);
	if (version === 0 || length > MAX_JSON_BYTES || bytes.length < FIXED_BYTES + length) {
		throw damagedBackup('header');
	}
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(FIXED_BYTES)));
		return { header: v.parse(Header, json), bytes };
	} catch (cause) {
		throw damagedBackup('header', cause);
	}
}

export function newerBackup(what: string): AppError {
	return new AppError('unsupported', `a newer Quern wrote this backup: ${what}`, {
		data: { reason: 'newer-backup' },
	});
}

export function damagedBackup(what: string, cause?: unknown): AppError {
	return new AppError('corrupt', `the backup is damaged: ${what}`, {
		cause,
		data: { reason: 'damaged-backup' },
	});
}

async function read(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await file.slice(start, end).arrayBuffer());
	} catch (cause) {
		throw damagedBackup('it cannot be read', cause);
	}
}
