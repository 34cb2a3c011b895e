import { afterEach, describe, expect, test } from 'vitest';
import { ConversationRepository } from '../conversation-repository.ts';
import type { Database } from '../database.ts';
import { TrustedLibraries } from '../trusted-libraries.ts';
import { freshDatabase } from '../testing/fresh-database.ts';
import { fillDisk } from '../testing/full-disk.ts';
import { Backup } from './backup.ts';
import { lockBackup } from './backup-lock.ts';
import { startBackupWorker, type BackupProcess } from './backup-process.ts';
import { backupStores, storesInBackup } from './backup-stores.ts';
import { jsonFrame } from './frames.ts';
import fixture from './fixtures/backup.v1.json' with { type: 'json' };

/** A key that costs little: what it costs in use is in `backup-lock.ts`. */
const CHEAP = { cost: { memoryKiB: 8192, passes: 1, lanes: 1 }, segmentBytes: 4096 };
const merge = { mode: 'merge', withTrust: false } as const;
const replace = { mode: 'replace', withTrust: false } as const;

async function fileOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const piece of pieces) parts.push(piece);
	return new Blob(parts);
}

const backupOf = (database: Database, passphrase?: string) =>
	fileOf(
		new Backup(database).write({
			settings: [['theme', 'dark']],
			...(passphrase && { passphrase }),
		}),
	);

async function conversation(database: Database, title: string, ...contents: string[]) {
	const repository = new ConversationRepository(database);
	const { id } = await repository.create(title);
	let parentId: string | null = null;
	for (const [position, content] of contents.entries()) {
		const messageId = `${id}-${position}`;
		const role = position % 2 === 0 ? 'user' : 'assistant';
		const rest = { createdAt: Date.now(), state: 'complete' } as const;
		const message = {
			id: messageId,
			conversationId: id,
			position,
			parentId,
			role,
			content,
			...rest,
		} as const;
		await repository.saveMessage(message);
		parentId = messageId;
	}
	return id;
}

async function textsOf(database: Database): Promise<Record<string, string[]>> {
	const repository = new ConversationRepository(database);
	const texts: Record<string, string[]> = {};
	for (const { id, title } of (await repository.list()).items) {
		texts[title] = (await repository.messages(id)).items.map(({ content }) => content);
	}
	return texts;
}

async function contentsOf(database: Database): Promise<Record<string, unknown[]>> {
	return database.transact(storesInBackup, 'readonly', async (transaction) => {
		const all: Record<string, unknown[]> = {};
		for (const store of storesInBackup) all[store] = await transaction.objectStore(store).getAll();
		return all;
	});
}

/** A record in every store, made of nothing but the store's own key. */
async function fillEveryStore(database: Database): Promise<void> {
	await database.transact(storesInBackup, 'readwrite', async (transaction) => {
		for (const name of storesInBackup) {
			const store = transaction.objectStore(name);
			const value = { id: 'one', text: `of ${name}`, file: new Blob(['bytes']) };
			const put = store.put.bind(store) as (value: unknown, key?: unknown) => Promise<unknown>;
			await (store.keyPath === null ? put(value, name === 'ledger' ? 1 : 'one') : put(value));
		}
	});
}

test('every store of the database is in the backup, or said to be left out', async () => {
	const { objectStoreNames } = await freshDatabase().open();
	expect(Object.keys(backupStores).sort()).toEqual([...objectStoreNames].sort());
});

test('a record of every store comes back in an empty database, bytes and all', async () => {
	const [from, to] = [freshDatabase(), freshDatabase()];
	await fillEveryStore(from);
	const backup = new Backup(to);
	const preview = await backup.open({ file: await backupOf(from) });
	expect(Object.values(preview.counts)).toEqual(storesInBackup.map(() => 1));
	expect(preview.settings).toEqual([['theme', 'dark']]);
	await backup.restore({ mode: 'merge', withTrust: true });
	expect(await contentsOf(to)).toEqual(await contentsOf(from));
	const { attachments } = await contentsOf(to);
	expect(await (attachments?.[0] as { file: Blob }).file.text()).toBe('bytes');
});

describe('a backup under a passphrase', () => {
	test('opens with it, however its letters are encoded, and holds no word in clear', async () => {
		const database = freshDatabase();
		await conversation(database, 'A secret', 'پرسش');
		const file = await backupOf(database, 'عبارتِ ﻋﺒﻮﺭ Ａ');
		expect(new TextDecoder('latin1').decode(await file.arrayBuffer())).not.toContain('secret');
		const { counts } = await new Backup(database).open({ file, passphrase: 'عبارتِ عبور A' });
		expect(counts.messages).toBe(1);
	});

	test('says of a wrong passphrase that it is wrong, and of damage that it is damage', async () => {
		const database = freshDatabase();
		await conversation(database, 'A', 'x'.repeat(20_000));
		const file = await fileOf(lockBackup(fileOfContent(database), 'right', CHEAP));
		const backup = new Backup(database);
		const open = (changed: Blob, passphrase = 'right') =>
			backup.open({ file: changed, passphrase });
		await expect(open(file)).resolves.toBeDefined();
		await expect(open(file, 'wrong')).rejects.toMatchObject({
			data: { reason: 'wrong-passphrase' },
		});
		const bytes = await file.bytes();
		for (const at of [600, 9000, bytes.length - 1]) {
			const flipped = bytes.slice();
			flipped[at]! ^= 4;
			const damaged = { code: 'corrupt', data: { reason: 'damaged-backup' } };
			await expect(open(new Blob([flipped]))).rejects.toMatchObject(damaged);
			await expect(open(file.slice(0, at))).rejects.toMatchObject(damaged);
		}
	});
});

async function* fileOfContent(database: Database): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const { writeContent } = await import('./write-content.ts');
	yield* writeContent(database, [], 0);
}

describe('a file from outside', () => {
	const open = (file: Blob, passphrase?: string) =>
		new Backup(freshDatabase()).open({ file, ...(passphrase && { passphrase }) });
	/** A header that says what the test wants, under the first bytes of a real one. */
	const headed = (json: string, version = 1) => {
		const text = new TextEncoder().encode(json);
		return new Blob(['QUERNBAK', new Uint16Array([version, text.length]), text, 'x'.repeat(99)]);
	};
	const costly = (cost: object) =>
		headed(
			JSON.stringify({
				lock: 'argon2id',
				salt: btoa('s'.repeat(16)),
				check: btoa('c'.repeat(16)),
				prefix: btoa('p'.repeat(7)),
				segmentBytes: 4096,
				cost: { memoryKiB: 8192, passes: 1, lanes: 1, ...cost },
			}),
		);

	test('that is no backup, or of a newer Quern, is told apart', async () => {
		for (const file of [new Blob(), new Blob(['PK']), new Blob(['{"quern":1}'.repeat(9)])]) {
			await expect(open(file)).rejects.toMatchObject({ data: { reason: 'not-a-backup' } });
		}
		await expect(open(headed('{}', 2))).rejects.toMatchObject({ data: { reason: 'newer-backup' } });
		const content = (async function* () {
			yield jsonFrame({ quern: 'backup', savedAt: 0, databaseVersion: 999 });
		})();
		const newer = await fileOf(lockBackup(content, undefined));
		await expect(open(newer)).rejects.toMatchObject({ data: { reason: 'newer-backup' } });
	});

	test('does not make the device spend memory or time, whatever its header says', async () => {
		await expect(open(costly({}), 'x')).rejects.toMatchObject({
			data: { reason: 'wrong-passphrase' },
		});
		const hostile = [
			costly({ memoryKiB: 4 * 1024 * 1024 }),
			costly({ passes: 1e9 }),
			costly({ lanes: 64 }),
			costly({ memoryKiB: -1 }),
			costly({ memoryKiB: '8192' }),
			headed('{"lock":"none"}'),
			headed('no JSON'),
			headed(`{"lock":"none","key":"${'A'.repeat(9000)}"}`),
		];
		for (const file of hostile) {
			await expect(open(file, 'x')).rejects.toMatchObject({ data: { reason: 'damaged-backup' } });
		}
	});

	test('whose content lacks records, ends early or makes no sense is refused whole', async () => {
		const start = jsonFrame({ quern: 'backup', savedAt: 0, databaseVersion: 1 });
		const record = jsonFrame({ store: 'conversations', key: 'a', value: { id: 'a' } });
		const end = (counts: object) => jsonFrame({ end: true, counts });
		const long = new Uint8Array(9);
		new DataView(long.buffer).setUint32(0, 2 ** 32 - 1, true);
		const contents = [
			[],
			[start],
			[start, record],
			[start, end({ conversations: 1 })],
			[start, record, end({ conversations: 1 }), record],
			[start, record.slice(0, 20)],
			[start, long],
			[start, jsonFrame({ store: 'conversations', key: {}, value: {} }), end({})],
			[
				start,
				jsonFrame({ store: 'attachments', key: 'a', value: { $quern: 'blob', bytes: 9e15 } }),
			],
		];
		for (const pieces of contents) {
			const file = await fileOf(
				lockBackup(
					(async function* () {
						yield* pieces;
					})(),
					undefined,
				),
			);
			await expect(open(file)).rejects.toMatchObject({ data: { reason: 'damaged-backup' } });
		}
	});

	test('whose records no store takes restores the others and counts them', async () => {
		const pieces = [
			jsonFrame({ quern: 'backup', savedAt: 0, databaseVersion: 1 }),
			jsonFrame({ store: 'conversations', key: 'a', value: { id: 'b' } }),
			jsonFrame({ store: 'conversations', key: 'c', value: 7 }),
			jsonFrame({ store: 'chunks', key: ['a', 0], value: 'weights' }),
			jsonFrame({ store: 'conversations', key: 'd', value: { id: 'd' } }),
			jsonFrame({ end: true, counts: { conversations: 3, chunks: 1 } }),
		];
		const file = await fileOf(
			lockBackup(
				(async function* () {
					yield* pieces;
				})(),
				undefined,
			),
		);
		expect(await open(file)).toMatchObject({ unreadable: 3, counts: { conversations: 1 } });
	});
});

test('a backup of version 1, as it was frozen, is restored', async () => {
	const database = freshDatabase();
	const backup = new Backup(database);
	const bytes = Uint8Array.from(atob(fixture.file), (character) => character.charCodeAt(0));
	await backup.open({ file: new Blob([bytes]), passphrase: fixture.passphrase });
	await backup.restore(replace);
	expect(await textsOf(database)).toEqual(fixture.texts);
});

describe('merging', () => {
	test('adds what is missing, keeps what is newer here, and can be undone', async () => {
		const database = freshDatabase();
		const shared = await conversation(database, 'Shared', 'Q', 'A');
		const gone = await conversation(database, 'Gone', 'Q2');
		const file = await backupOf(database);
		const repository = new ConversationRepository(database);
		await repository.remove(gone);
		await repository.saveMessage({
			...(await repository.messages(shared)).items[0]!,
			id: 'later',
			position: 2,
			parentId: `${shared}-1`,
			content: 'Since then',
		});
		const before = await contentsOf(database);

		const backup = new Backup(database);
		const { merge: changes } = await backup.open({ file });
		expect(changes.conversations).toMatchObject({ added: 1, changed: 0, newerHere: 1, removed: 0 });
		expect(changes.messages).toMatchObject({ added: 1, kept: 2 });
		await backup.restore(merge);
		expect(await textsOf(database)).toEqual({ Shared: ['Q', 'A', 'Since then'], Gone: ['Q2'] });
		await backup.restore(merge);
		expect(await textsOf(database)).toEqual({ Shared: ['Q', 'A', 'Since then'], Gone: ['Q2'] });
		await backup.open({ file });
		await new ConversationRepository(database).remove(gone);
		await backup.restore(merge);
		await backup.undo();
		expect(await contentsOf(database)).toEqual(before);
	});

	test('trusts no program unless the person says so', async () => {
		const [from, to] = [freshDatabase(), freshDatabase()];
		const digest = 'a'.repeat(64);
		await new TrustedLibraries(from).trust({ digest, packName: 'x', trustedAt: 0 });
		const backup = new Backup(to);
		await backup.open({ file: await backupOf(from) });
		await backup.restore(merge);
		expect(await new TrustedLibraries(to).has(digest)).toBe(false);
		await backup.restore({ mode: 'merge', withTrust: true });
		expect(await new TrustedLibraries(to).has(digest)).toBe(true);
	});
});

describe('replacing', () => {
	test('removes what the backup does not have, and can be undone', async () => {
		const [from, to] = [freshDatabase(), freshDatabase()];
		await conversation(from, 'There', 'Q');
		await conversation(to, 'Here', 'Q');
		const backup = new Backup(to);
		const { replace: changes } = await backup.open({ file: await backupOf(from) });
		expect(changes.conversations).toMatchObject({ added: 1, removed: 1 });
		await backup.restore(replace);
		expect(await textsOf(to)).toEqual({ There: ['Q'] });
		await backup.undo();
		expect(await textsOf(to)).toEqual({ Here: ['Q'] });
	});

	test('on a full disk changes nothing', async () => {
		const [from, to] = [freshDatabase(), freshDatabase()];
		await conversation(from, 'There', 'Q', 'A', 'Q');
		await conversation(to, 'Here', 'Q');
		const before = await contentsOf(to);
		const backup = new Backup(to);
		await backup.open({ file: await backupOf(from) });
		const disk = fillDisk(2);
		await expect(backup.restore(replace)).rejects.toMatchObject({ code: 'quota-exceeded' });
		disk.free();
		expect(await contentsOf(to)).toEqual(before);
	});
});

describe('in a worker', () => {
	let process: BackupProcess | undefined;
	afterEach(() => process?.stop());

	test.each([0, 5, 20, 60, 150, 400])(
		'ended %i ms into a restore, it leaves all as it was or all restored',
		async (milliseconds) => {
			const [from, to] = [freshDatabase(), freshDatabase()];
			const many = Array.from({ length: 3000 }, (_, index) => ({
				id: `m${index}`,
				content: 'x'.repeat(500),
			}));
			await from.transact(['messages'], 'readwrite', async (transaction) => {
				await Promise.all(many.map((message) => transaction.objectStore('messages').put(message)));
			});
			await conversation(to, 'Here', 'Q', 'A');
			const old = await contentsOf(to);
			process = startBackupWorker(to.name);
			await process.backup.open({ file: await backupOf(from) });
			const restoring = Promise.resolve(process.backup.restore(replace)).catch(() => {});
			await new Promise((resolve) => setTimeout(resolve, milliseconds));
			process.stop();
			await restoring;
			const { messages } = await contentsOf(to);
			if (messages?.length === old['messages']?.length) expect(await contentsOf(to)).toEqual(old);
			else expect(messages).toHaveLength(many.length);
		},
	);
});
