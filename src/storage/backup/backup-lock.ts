import { deriveByArgon2id, type Argon2idCost } from '../../lib/argon2id.ts';
import { AppError, toAppError } from '../../lib/errors.ts';
import {
	importSealKey,
	KEY_BYTES,
	openSegments,
	PREFIX_BYTES,
	sealSegments,
	type Seal,
} from '../../lib/sealed-segments.ts';
import {
	CHECK_BYTES,
	damagedBackup,
	encodeBackupHeader,
	newSalt,
	randomBytes,
	readBackupHeader,
	type BackupHeader,
} from './backup-header.ts';

/** What an old phone can spare, and the second recommendation of RFC 9106. */
const COST: Argon2idCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
const SEGMENT_BYTES = 1024 * 1024;

/** A file's bytes: the header, and `content` in segments. Without a passphrase anyone can read it. */
export async function* lockBackup(
	content: AsyncIterable<Uint8Array<ArrayBuffer>>,
	passphrase: string | undefined,
	{ cost = COST, segmentBytes = SEGMENT_BYTES } = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const sealing = { prefix: randomBytes(PREFIX_BYTES), segmentBytes };
	let key: Uint8Array<ArrayBuffer>;
	let header: BackupHeader;
	if (passphrase === undefined) {
		key = randomBytes(KEY_BYTES);
		header = { lock: 'none', key, ...sealing };
	} else {
		const salt = newSalt();
		const derived = await derive(passphrase, salt, cost);
		key = derived.key;
		header = { lock: 'argon2id', salt, cost, check: derived.check, ...sealing };
	}
	const bytes = encodeBackupHeader(header);
	yield bytes;
	yield* sealSegments({ key: await importSealKey(key), header: bytes, ...sealing }, content);
}

/** Whether a file asks for a passphrase. Throws what `readBackupHeader` throws. */
export async function isLocked(file: Blob): Promise<boolean> {
	return (await readBackupHeader(file)).header.lock !== 'none';
}

/**
 * The content of what `lockBackup` wrote. Throws what `readBackupHeader` throws, `invalid-input` (`wrong-passphrase`), and
 * `corrupt` (`damaged-backup`) at the first byte that is not as it was written.
 */
export async function* unlockBackup(
	file: Blob,
	passphrase: string | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const { header, bytes } = await readBackupHeader(file);
	const { prefix, segmentBytes } = header;
	const key = await keyOf(header, passphrase ?? '');
	const seal: Seal = { key: await importSealKey(key), header: bytes, prefix, segmentBytes };
	try {
		yield* openSegments(seal, file.slice(bytes.length));
	} catch (error) {
		throw toAppError(error).code === 'corrupt' ? damagedBackup('a segment', error) : error;
	}
}

async function keyOf(header: BackupHeader, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
	if (header.lock === 'none') return header.key;
	const { key, check } = await derive(passphrase, header.salt, header.cost);
	if (check.some((byte, index) => byte !== header.check[index])) {
		throw new AppError('invalid-input', 'wrong passphrase', {
			data: { reason: 'wrong-passphrase' },
		});
	}
	return key;
}

async function derive(passphrase: string, salt: Uint8Array, cost: Argon2idCost) {
	const bytes = await deriveByArgon2id(passphrase, salt, cost, KEY_BYTES + CHECK_BYTES);
	return { key: bytes.slice(0, KEY_BYTES), check: bytes.slice(KEY_BYTES) };
}
