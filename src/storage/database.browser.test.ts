import { afterEach, expect, test, vi } from 'vitest';
import { migrations } from './schema.ts';
import { freshDatabase } from './testing/fresh-database.ts';

afterEach(() => void vi.restoreAllMocks());

type Migrations = typeof migrations;
const next: Migrations[number] = (db) => void db.createObjectStore('later' as never);

const put = (database: ReturnType<typeof freshDatabase>, id: string) =>
	database.transact(['conversations'], 'readwrite', (transaction) =>
		transaction.objectStore('conversations').put({ id }),
	);
const ids = (database: ReturnType<typeof freshDatabase>) =>
	database.transact(['conversations'], 'readonly', (transaction) =>
		transaction.objectStore('conversations').getAllKeys(),
	);

test('what is thrown inside a transaction undoes all of it', async () => {
	const database = freshDatabase();
	const failing = database.transact(['conversations'], 'readwrite', async (transaction) => {
		await transaction.objectStore('conversations').put({ id: 'a' });
		throw new Error('no');
	});
	await expect(failing).rejects.toMatchObject({ code: 'internal', message: 'no' });
	expect(await ids(database)).toEqual([]);
});

test('a newer version migrates what an older one stored', async () => {
	const older = freshDatabase();
	await put(older, 'kept');
	await older.close();
	const newer = freshDatabase(older.name, { migrations: [...migrations, next] });
	const connection = await newer.open();
	expect([...connection.objectStoreNames]).toContain('later');
	expect(await ids(newer)).toEqual(['kept']);
});

test('a migration that fails leaves the older version as it was', async () => {
	const older = freshDatabase();
	await put(older, 'kept');
	await older.close();
	const failing: Migrations[number] = (db) => {
		db.deleteObjectStore('conversations');
		throw new Error('half way');
	};
	const newer = freshDatabase(older.name, { migrations: [...migrations, failing] });
	await expect(newer.open()).rejects.toMatchObject({
		code: 'internal',
		data: { reason: 'database' },
	});
	expect(await ids(older)).toEqual(['kept']);
});

test('a database from a newer Quern is refused, and not touched', async () => {
	const newer = freshDatabase(undefined, { migrations: [...migrations, next] });
	await put(newer, 'kept');
	await newer.close();
	await expect(freshDatabase(newer.name).open()).rejects.toMatchObject({
		code: 'unsupported',
		data: { reason: 'newer-version' },
	});
	expect(await ids(newer)).toEqual(['kept']);
});

test('an open tab steps aside for the upgrade in another, and says so', async () => {
	const older = freshDatabase();
	await put(older, 'kept');
	const newer = freshDatabase(older.name, { migrations: [...migrations, next] });
	expect(await ids(newer)).toEqual(['kept']);
	await expect(put(older, 'late')).rejects.toMatchObject({
		code: 'busy',
		data: { reason: 'newer-tab' },
	});
});

test('a tab that does not let go blocks the upgrade, and the next try goes through once it does', async () => {
	const older = freshDatabase();
	await put(older, 'kept');
	await older.close();
	const stubborn = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(older.name);
		request.onsuccess = () => resolve(request.result);
	});
	const newer = freshDatabase(older.name, {
		migrations: [...migrations, next],
		blockedGrace: 1,
	});
	await expect(newer.open()).rejects.toMatchObject({
		code: 'busy',
		data: { reason: 'other-tab' },
	});
	stubborn.close();
	expect(await ids(newer)).toEqual(['kept']);
});

test('a browser that cannot open any database is told apart (wrapped)', async () => {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('wrapped', 'UnknownError');
	});
	const database = freshDatabase();
	await expect(database.open()).rejects.toMatchObject({
		code: 'internal',
		data: { reason: 'database' },
	});
	vi.restoreAllMocks();
	expect(await ids(database)).toEqual([]);
});
