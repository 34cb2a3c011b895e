import { expect, test, vi } from 'vitest';
import { createSha256 } from '../lib/sha256.ts';
import { IndexedDbShardStore } from './indexed-db-shard-store.ts';
import type { ShardStore } from './shard-store.ts';
import { Shelves, type ShelfId } from './shelves.ts';
import { freshDatabase } from './testing/fresh-database.ts';
import { startOpfsWorker } from './testing/opfs/start-worker.ts';
import { testShardStore } from './testing/shard-store-contract.ts';

/** Two shelves over the database `name`; the file system's is in a worker. */
function shelvesOver(name = freshDatabase().name) {
	const both = {
		'indexed-db': new IndexedDbShardStore(freshDatabase(name)),
		opfs: startOpfsWorker(name).store,
	};
	return { name, both };
}

for (const preferred of ['indexed-db', 'opfs'] as const) {
	testShardStore(`Shelves that prefer ${preferred}`, () => {
		const { name, both } = shelvesOver();
		const over = (shelves: typeof both) => new Shelves(shelves, async () => preferred);
		return { store: over(both), reopen: () => over(shelvesOver(name).both) };
	});
}

const CONTENT = new Uint8Array(5 * 2 ** 20).map((_, i) => (i * 2654435761) >>> 24);
const DIGEST = await digestOf(CONTENT);

async function digestOf(bytes: Uint8Array): Promise<string> {
	const hash = await createSha256();
	hash.update(bytes);
	return hash.digest();
}

async function put(store: ShardStore, content = CONTENT, digest = DIGEST): Promise<void> {
	await store.write(digest, 0, content);
	await store.seal(digest, content.length);
}

const digestIn = async (store: ShardStore) => {
	const blob = await store.read(DIGEST);
	return blob && digestOf(new Uint8Array(await blob.arrayBuffer()));
};

test('a file of an earlier version, in IndexedDB, is read where the file system is preferred', async () => {
	const { both } = shelvesOver();
	await put(both['indexed-db']);
	const shelves = new Shelves(both, async () => 'opfs');
	expect(await shelves.shelfOf(DIGEST)).toBe('indexed-db');
	expect(await digestIn(shelves)).toBe(DIGEST);
	expect(await digestOf(new Uint8Array((await shelves.readBytes(DIGEST))!))).toBe(DIGEST);
});

test('a file that was begun on one shelf is finished there', async () => {
	const { both } = shelvesOver();
	await both['indexed-db'].write(DIGEST, 0, CONTENT.slice(0, 100));
	const shelves = new Shelves(both, async () => 'opfs');
	expect(await shelves.written(DIGEST)).toBe(100);
	await shelves.write(DIGEST, 100, CONTENT.slice(100));
	await shelves.seal(DIGEST, CONTENT.length);
	expect(await both['indexed-db'].has(DIGEST)).toBe(true);
	expect(await both.opfs.written(DIGEST)).toBe(0);
});

test('while a file grows, it is not looked for at each write', async () => {
	const { both } = shelvesOver();
	const shelves = new Shelves(both);
	await shelves.write(DIGEST, 0, CONTENT.slice(0, 100));
	const looks = vi.spyOn(both['indexed-db'], 'written');
	await shelves.write(DIGEST, 100, CONTENT.slice(100, 200));
	await shelves.write(DIGEST, 200, CONTENT.slice(200, 300));
	expect(looks).not.toHaveBeenCalled();
	// Another tab may have deleted it meanwhile: then it does not go on, as ever.
	await both['indexed-db'].delete(DIGEST);
	const onwards = shelves.write(DIGEST, 300, CONTENT.slice(300));
	await expect(onwards).rejects.toMatchObject({ code: 'busy' });
	await put(shelves);
	expect(await digestIn(shelves)).toBe(DIGEST);
});

test('a broken copy on one shelf does not hide the whole one on the other', async () => {
	const { both } = shelvesOver();
	await put(both['indexed-db']);
	await put(both.opfs);
	await both.opfs.put(DIGEST, new Uint8Array(3));
	const shelves = new Shelves(both);
	expect(await digestIn(shelves)).toBe(DIGEST);
	expect((await shelves.list()).length).toBe(1);
	await both['indexed-db'].delete(DIGEST);
	await expect(shelves.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
});

const directions: [from: ShelfId, to: ShelfId][] = [
	['indexed-db', 'opfs'],
	['opfs', 'indexed-db'],
];

test.each(directions)('a file moves from %s to %s', async (from, to) => {
	const { both } = shelvesOver();
	await put(both[from]);
	const shelves = new Shelves(both);
	await shelves.move(DIGEST, to);
	expect(await shelves.shelfOf(DIGEST)).toBe(to);
	expect(await digestIn(both[to])).toBe(DIGEST);
	expect(await both[from].has(DIGEST)).toBe(false);
	expect(await both[from].written(DIGEST)).toBe(0);
	await shelves.move(DIGEST, to);
	expect(await digestIn(both[to])).toBe(DIGEST);
});

/** The shelf, on which the call number `last` of both is the last that is made, as if killed after it. */
function mortal(shelf: ShardStore, life: { left: number }): ShardStore {
	return new Proxy(shelf, {
		get(target, method: keyof ShardStore) {
			return async (...args: never[]) => {
				if (life.left-- <= 0) throw new Error('killed');
				return (target[method] as (...args: never[]) => Promise<unknown>)(...args);
			};
		},
	});
}

test.each(directions)('a move from %s to %s survives an end at any step', async (from, to) => {
	const { both } = shelvesOver();
	let isDone = false;
	let steps = 0;
	for (; !isDone; steps++) {
		await put(both[from]);
		const life = { left: steps };
		const dying = {
			'indexed-db': mortal(both['indexed-db'], life),
			opfs: mortal(both.opfs, life),
		};
		isDone = await new Shelves(dying).move(DIGEST, to).then(
			() => true,
			() => false,
		);
		const shelves = new Shelves(both);
		expect(await digestIn(shelves)).toBe(DIGEST);
		expect(await shelves.list()).toEqual([{ digest: DIGEST, bytes: CONTENT.length }]);
		await shelves.move(DIGEST, to);
		expect(await digestIn(both[to])).toBe(DIGEST);
		expect(await both[from].list()).toEqual([]);
		expect(await both[from].written(DIGEST)).toBe(0);
		await shelves.delete(DIGEST);
	}
	// It looks, reads, clears, writes twice, reads back, seals and deletes.
	expect(steps).toBeGreaterThanOrEqual(8);
});

test('what does not match its digest is not moved, and stays', async () => {
	const { both } = shelvesOver();
	await put(both['indexed-db'], CONTENT.slice(1));
	const shelves = new Shelves(both);
	await expect(shelves.move(DIGEST, 'opfs')).rejects.toMatchObject({ code: 'corrupt' });
	expect(await shelves.shelfOf(DIGEST)).toBe('indexed-db');
	expect(await both.opfs.written(DIGEST)).toBe(0);
});

test('a file deleted while it moves is nowhere afterwards', async () => {
	const { name, both } = shelvesOver();
	await put(both['indexed-db']);
	const moving = new Shelves(both).move(DIGEST, 'opfs');
	const otherTab = new Shelves(shelvesOver(name).both);
	await vi.waitFor(async () => {
		const { held = [] } = await navigator.locks.query();
		expect(held.map((lock) => lock.name)).toContain(`quern:shelf:${DIGEST}`);
	});
	await Promise.all([moving, otherTab.delete(DIGEST)]);
	expect(await otherTab.list()).toEqual([]);
	expect(await otherTab.written(DIGEST)).toBe(0);
});
