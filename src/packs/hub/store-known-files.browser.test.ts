import { expect, test } from 'vitest';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { storeKnownFiles } from './store-known-files.ts';

test('known files are sealed; one that has begun to come is left alone', async () => {
	const shards = new IndexedDbShardStore(freshDatabase());
	const [small, empty, begun] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
	await shards.write(begun!, 0, new Uint8Array(3));
	await storeKnownFiles(
		shards,
		new Map([
			[small!, new Blob(['hello'])],
			[empty!, new Blob([])],
			[begun!, new Blob(['hello'])],
		]),
	);
	expect(await (await shards.read(small!))?.text()).toBe('hello');
	expect(await shards.has(empty!)).toBe(true);
	expect(await shards.has(begun!)).toBe(false);
	expect(await shards.written(begun!)).toBe(3);
});
