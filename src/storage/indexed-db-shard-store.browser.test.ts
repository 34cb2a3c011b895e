import { expect, test } from 'vitest';
import { IndexedDbShardStore } from './indexed-db-shard-store.ts';
import { freshDatabase } from './testing/fresh-database.ts';
import { fillDisk } from './testing/full-disk.ts';
import { testShardStore } from './testing/shard-store-contract.ts';

testShardStore('IndexedDbShardStore', () => {
	const database = freshDatabase();
	const reopen = () => new IndexedDbShardStore(freshDatabase(database.name));
	return { store: new IndexedDbShardStore(database), reopen };
});

const DIGEST = 'd'.repeat(64);

async function sealed() {
	const database = freshDatabase();
	const store = new IndexedDbShardStore(database);
	for (const offset of [0, 4, 8]) await store.write(DIGEST, offset, new Uint8Array(4).fill(offset));
	await store.seal(DIGEST, 12);
	const chunks = <T>(
		change: (store: {
			put(value: Blob, key: [string, number]): T;
			delete(key: [string, number]): T;
		}) => T,
	) =>
		database.transact(['chunks'], 'readwrite', async (transaction) => {
			await change(transaction.objectStore('chunks') as never);
		});
	return { store, chunks };
}

test.each([0, 4, 8])('a chunk missing at %i is found when the file is read', async (offset) => {
	const { store, chunks } = await sealed();
	await chunks((all) => all.delete([DIGEST, offset]));
	await expect(store.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
});

test.each([0, 4, 8])('a chunk cut short at %i is found when the file is read', async (offset) => {
	const { store, chunks } = await sealed();
	await chunks((all) => all.put(new Blob(['abc']), [DIGEST, offset]));
	await expect(store.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
});

test('chunks that add up but leave a gap are found when the file is read', async () => {
	const { store, chunks } = await sealed();
	await chunks((all) => all.put(new Blob(['abc']), [DIGEST, 0]));
	await chunks((all) => all.put(new Blob(['abcde']), [DIGEST, 4]));
	await expect(store.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
});

test('a chunk too many is found when the file is read', async () => {
	const { store, chunks } = await sealed();
	await chunks((all) => all.put(new Blob(['abc']), [DIGEST, 12]));
	await expect(store.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
});

test('a full disk is told, and keeps what was written', async () => {
	const store = new IndexedDbShardStore(freshDatabase());
	const disk = fillDisk(1);
	await store.write(DIGEST, 0, new Uint8Array(4));
	const write = store.write(DIGEST, 4, new Uint8Array(4));
	await expect(write).rejects.toMatchObject({ code: 'quota-exceeded' });
	disk.free();
	expect(await store.written(DIGEST)).toBe(4);
	await store.write(DIGEST, 4, new Uint8Array(4));
	await store.seal(DIGEST, 8);
	expect((await store.read(DIGEST))?.size).toBe(8);
});
