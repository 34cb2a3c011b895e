import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { migrations } from '../schema.ts';
import { damagedBackup, newerBackup } from './backup-header.ts';
import { storesInBackup, type BackupStore } from './backup-stores.ts';
import { readFrames, type Frame } from './frames.ts';
import { fromPlain, partsOf, type Part } from './plain-value.ts';
import type { Entry, Setting } from './write-content.ts';

/** What a backup holds, in memory but for its Blobs. */
export interface BackupContent {
	/** Milliseconds since the epoch. */
	readonly savedAt: number;
	readonly stores: Readonly<Record<BackupStore, readonly Entry[]>>;
	readonly settings: readonly Setting[];
	/** Records that no store could take. */
	readonly unreadable: number;
}

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Key = v.union([
	v.string(),
	v.pipe(v.number(), v.finite()),
	v.pipe(v.array(v.union([v.string(), v.pipe(v.number(), v.finite())])), v.maxLength(4)),
]);
const Start = v.object({ quern: v.literal('backup'), savedAt: v.number(), databaseVersion: Count });
const Line = v.union([
	v.object({ store: v.string(), key: Key, value: v.unknown() }),
	v.object({ setting: v.string(), value: v.unknown() }),
	v.object({ end: v.literal(true), counts: v.record(v.string(), Count) }),
]);

/** Stores whose records bear their key. */
const KEYED: readonly BackupStore[] = [
	'messages',
	'conversations',
	'projects',
	'assistants',
	'prompts',
	'attachments',
];

/**
 * Reads a backup's content to its end. Throws `corrupt` where it is not as `writeContent` writes it, and `unsupported`
 * (`newer-backup`) where a newer Quern wrote it.
 */
export async function readContent(
	chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
	{ signal }: CallOptions = {},
): Promise<BackupContent> {
	const frames = readFrames(chunks);
	const { savedAt, databaseVersion } = parse(Start, await next(frames));
	if (databaseVersion > migrations.length) throw newerBackup(`database ${databaseVersion}`);
	const stores = Object.fromEntries(storesInBackup.map((name) => [name, [] as Entry[]])) as Record<
		BackupStore,
		Entry[]
	>;
	const settings: Setting[] = [];
	const found: Record<string, number> = {};
	let unreadable = 0;
	for (;;) {
		if (signal?.aborted) throw new AppError('aborted', 'reading the backup was stopped');
		const line = parse(Line, await next(frames));
		if ('end' in line) {
			const isWhole = Object.entries(line.counts).every(([name, count]) => {
				return (found[name] ?? 0) === count;
			});
			if (!isWhole || !(await frames.next()).done) throw damagedBackup('records are missing');
			return { savedAt, stores, settings, unreadable };
		}
		if ('setting' in line) {
			settings.push([line.setting, fromPlain(line.value, [])]);
			continue;
		}
		const parts: unknown[] = [];
		for (const part of partsOf(line.value)) parts.push(await readPart(frames, part));
		const value = fromPlain(line.value, parts);
		found[line.store] = (found[line.store] ?? 0) + 1;
		const entries = storesInBackup.find((name) => name === line.store);
		if (entries && fits(entries, line.key, value)) stores[entries].push({ key: line.key, value });
		else unreadable++;
	}
}

/** Whether a store could take it: what is in the record itself is for its own schema to judge, whenever it is read. */
function fits(store: BackupStore, key: unknown, value: unknown): boolean {
	if (!KEYED.includes(store)) return true;
	return typeof value === 'object' && value !== null && (value as { id?: unknown }).id === key;
}

async function next(frames: AsyncGenerator<Frame>): Promise<unknown> {
	const { value, done } = await frames.next();
	if (done || value.kind !== 'json') throw damagedBackup('a record is missing');
	return value.value;
}

async function readPart(frames: AsyncGenerator<Frame>, part: Part): Promise<unknown> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	let left = part.bytes;
	while (left > 0) {
		const { value, done } = await frames.next();
		if (done || value.kind !== 'bytes' || value.bytes.length > left || value.bytes.length === 0) {
			throw damagedBackup('bytes are missing');
		}
		pieces.push(value.bytes);
		left -= value.bytes.length;
	}
	const { kind, type, name } = part;
	if (kind === 'blob') {
		return name === undefined ? new Blob(pieces, { type }) : new File(pieces, name, { type });
	}
	const buffer = await new Blob(pieces).arrayBuffer();
	return kind === 'buffer' ? buffer : new Uint8Array(buffer);
}

function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	throw damagedBackup(result.issues[0].message);
}
