import { expect, test } from 'vitest';
import { Ledger } from './ledger.ts';
import type { LedgerEntry } from './records/ledger-entry.ts';
import { freshDatabase } from './testing/fresh-database.ts';

const entry = (path: string): LedgerEntry => ({
	at: 1795534380000,
	host: 'hub.example',
	path,
	purpose: { kind: 'repository', repository: 'people/ada' },
	outcome: 'open',
	requests: 1,
	bytes: 0,
});
const paths = async (ledger: Ledger) => (await ledger.list()).items.map(({ path }) => path);

test('entries are listed newest first, and say how they ended', async () => {
	const database = freshDatabase();
	const ledger = new Ledger(database);
	const first = await ledger.add(entry('/1'));
	await ledger.add(entry('/2'));
	await ledger.settle(first, { ...entry('/1'), outcome: 'done', bytes: 7, status: 206 });
	const { items } = await new Ledger(database).list();
	expect(items).toEqual([entry('/2'), { ...entry('/1'), outcome: 'done', bytes: 7, status: 206 }]);
});

test('the oldest make room', async () => {
	const ledger = new Ledger(freshDatabase(), 3);
	for (const path of ['/1', '/2', '/3', '/4', '/5']) await ledger.add(entry(path));
	expect(await paths(ledger)).toEqual(['/5', '/4', '/3']);
});

test('what was cleared does not come back when its request ends', async () => {
	const ledger = new Ledger(freshDatabase(), 3);
	const key = await ledger.add(entry('/1'));
	await ledger.clear();
	await ledger.settle(key, { ...entry('/1'), outcome: 'done' });
	expect(await paths(ledger)).toEqual([]);
	// The bound goes by the keys, which go on.
	for (const path of ['/2', '/3', '/4', '/5']) await ledger.add(entry(path));
	expect(await paths(ledger)).toEqual(['/5', '/4', '/3']);
});

test('one that cannot be read hides no other', async () => {
	const database = freshDatabase();
	const ledger = new Ledger(database);
	await ledger.add(entry('/1'));
	await database.transact(['ledger'], 'readwrite', (transaction) =>
		transaction.objectStore('ledger').add({ host: 7 }),
	);
	expect(await ledger.list()).toEqual({ items: [entry('/1')], unreadable: 1 });
});
