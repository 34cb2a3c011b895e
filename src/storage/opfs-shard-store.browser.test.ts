import { cdp } from 'vitest/browser';
import { afterEach, expect, test, vi } from 'vitest';
import { Database } from './database.ts';
import { OpfsShardStore } from './opfs-shard-store.ts';
import { freshDatabase } from './testing/fresh-database.ts';
import { startOpfsWorker } from './testing/opfs/start-worker.ts';
import { testShardStore } from './testing/shard-store-contract.ts';

testShardStore('OpfsShardStore', () => {
	const { name, store } = startOpfsWorker();
	return { store, reopen: () => startOpfsWorker(name).store };
});

const DIGEST = 'd'.repeat(64);
const MEBIBYTE = 2 ** 20;

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);
const valuesOf = async (blob: Blob | undefined) =>
	blob && [...new Uint8Array(await blob.arrayBuffer())];

async function folderOf(name: string): Promise<FileSystemDirectoryHandle> {
	return (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
}

async function sealed() {
	const parts = startOpfsWorker();
	for (const offset of [0, 4, 8]) await parts.store.write(DIGEST, offset, filled(4, offset));
	await parts.store.seal(DIGEST, 12);
	return parts;
}

/** The part of the DevTools protocol that vitest's types leave to the provider. */
type StorageProtocol = {
	send(
		method: 'Storage.overrideQuotaForOrigin',
		o: { origin: string; quotaSize?: number },
	): Promise<unknown>;
};
const limitQuota = (quotaSize?: number) =>
	(cdp() as unknown as StorageProtocol).send('Storage.overrideQuotaForOrigin', {
		origin: location.origin,
		...(quotaSize !== undefined && { quotaSize }),
	});

afterEach(() => limitQuota());

test('a page reads, lists and deletes what a worker wrote, and cannot write', async () => {
	const { name } = await sealed();
	const store = new OpfsShardStore(new Database(name), name);
	expect(await store.has(DIGEST)).toBe(true);
	expect((await store.read(DIGEST))?.size).toBe(12);
	expect((await store.readBytes(DIGEST))?.byteLength).toBe(12);
	expect(await store.list()).toEqual([{ digest: DIGEST, bytes: 12 }]);
	const write = store.write('e'.repeat(64), 0, filled(4, 1));
	await expect(write).rejects.toMatchObject({ code: 'unsupported' });
	await store.delete(DIGEST);
	expect(await store.list()).toEqual([]);
	expect(await store.written(DIGEST)).toBe(0);
});

test('bytes read at once are those of the Blob', async () => {
	const { store } = await sealed();
	const bytes = new Uint8Array((await store.readBytes(DIGEST)) as ArrayBuffer);
	expect([...bytes]).toEqual(await valuesOf(await store.read(DIGEST)));
	expect(await store.readBytes('e'.repeat(64))).toBeUndefined();
});

test('a worker that ends before the record leaves a partial file, to be gone on with', async () => {
	const { name, store, stop } = startOpfsWorker();
	await store.write(DIGEST, 0, filled(4, 1));
	await store.write(DIGEST, 4, filled(4, 2));
	stop();
	const next = startOpfsWorker(name).store;
	expect(await next.has(DIGEST)).toBe(false);
	expect(await next.read(DIGEST)).toBeUndefined();
	expect(await next.written(DIGEST)).toBe(8);
	await vi.waitFor(() => next.write(DIGEST, 8, filled(4, 3)));
	await next.seal(DIGEST, 12);
	expect((await next.read(DIGEST))?.size).toBe(12);
});

test('a worker that ends in the middle of a write loses nothing that was acknowledged', async () => {
	const { name, store, stop } = startOpfsWorker();
	await store.write(DIGEST, 0, filled(MEBIBYTE, 1));
	void Promise.resolve(store.write(DIGEST, MEBIBYTE, filled(32 * MEBIBYTE, 2))).catch(() => {});
	await new Promise((resolve) => setTimeout(resolve, 10));
	stop();
	const next = startOpfsWorker(name).store;
	const partial = await next.partial(DIGEST);
	expect(partial.size).toBeGreaterThanOrEqual(MEBIBYTE);
	expect(await valuesOf(partial.slice(MEBIBYTE - 4, MEBIBYTE))).toEqual([1, 1, 1, 1]);
});

test.each([
	['cut short', 11],
	['emptied', 0],
	['too long', 13],
])('a file that is %s is found when it is read, and can be fetched again', async (_, length) => {
	const { store } = await sealed();
	await store.put(DIGEST, filled(length, 0));
	await expect(store.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
	await expect(store.readBytes(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
	await store.delete(DIGEST);
	await store.write(DIGEST, 0, filled(12, 7));
	await store.seal(DIGEST, 12);
	expect(await valuesOf(await store.read(DIGEST))).toEqual(Array(12).fill(7));
});

test('a file that is gone is found when it is read', async () => {
	const { name, store } = await sealed();
	await (await folderOf(name)).removeEntry(DIGEST);
	await expect(store.read(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
	await expect(store.readBytes(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
});

test('other files in the folder are not shown and not touched', async () => {
	const { name, store } = startOpfsWorker();
	await store.put('notes.txt', filled(3, 3));
	expect(await store.list()).toEqual([]);
	await store.write(DIGEST, 0, filled(4, 1));
	await store.delete(DIGEST);
	const notes = await (await folderOf(name)).getFileHandle('notes.txt');
	expect((await notes.getFile()).size).toBe(3);
});

test('a folder in the place of a file is told as corrupt, and a delete clears it away', async () => {
	const { name, store } = startOpfsWorker();
	const impostor = await (await folderOf(name)).getDirectoryHandle(DIGEST, { create: true });
	await impostor.getFileHandle('inside', { create: true });
	expect(await store.written(DIGEST)).toBe(0);
	await expect(store.partial(DIGEST)).rejects.toMatchObject({ code: 'corrupt' });
	await expect(store.write(DIGEST, 0, filled(4, 1))).rejects.toMatchObject({ code: 'corrupt' });
	await store.delete(DIGEST);
	await store.write(DIGEST, 0, filled(4, 1));
	expect(await store.written(DIGEST)).toBe(4);
});

test('a file that another tab holds is busy, is still read, and is free once that tab ends', async () => {
	const { name, store } = await sealed();
	const other = startOpfsWorker(name);
	await other.store.hold(DIGEST);
	expect((await store.readBytes(DIGEST))?.byteLength).toBe(12);
	const unsealed = 'e'.repeat(64);
	await store.write(unsealed, 0, filled(4, 1));
	await other.store.hold(unsealed);
	await expect(store.write(unsealed, 4, filled(4, 2))).rejects.toMatchObject({ code: 'busy' });
	await expect(store.seal(unsealed, 4)).rejects.toMatchObject({ code: 'busy' });
	await expect(store.delete(unsealed)).rejects.toMatchObject({ code: 'busy' });
	expect(await store.written(unsealed)).toBe(4);
	other.stop();
	await vi.waitFor(() => store.write(unsealed, 4, filled(4, 2)));
	expect(await store.written(unsealed)).toBe(8);
});

test('a full disk is told, and keeps what was written', async () => {
	const { store } = startOpfsWorker();
	await store.write(DIGEST, 0, filled(MEBIBYTE, 1));
	await limitQuota(2 * MEBIBYTE);
	const write = store.write(DIGEST, MEBIBYTE, filled(8 * MEBIBYTE, 2));
	await expect(write).rejects.toMatchObject({ code: 'quota-exceeded' });
	await limitQuota();
	expect(await store.written(DIGEST)).toBe(MEBIBYTE);
	await store.write(DIGEST, MEBIBYTE, filled(8 * MEBIBYTE, 2));
	await store.seal(DIGEST, 9 * MEBIBYTE);
	expect((await store.read(DIGEST))?.size).toBe(9 * MEBIBYTE);
});

test('where there is no file system, nothing is stored and a write says so (wrapped)', async () => {
	vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(
		new DOMException('wrapped', 'SecurityError'),
	);
	const store = new OpfsShardStore(freshDatabase(), 'shards');
	expect(await store.read(DIGEST)).toBeUndefined();
	expect(await store.written(DIGEST)).toBe(0);
	expect((await store.partial(DIGEST)).size).toBe(0);
	await store.delete(DIGEST);
	await expect(store.write(DIGEST, 0, filled(4, 1))).rejects.toMatchObject({ code: 'internal' });
	vi.restoreAllMocks();
});

test('a disk that fails is told, and not taken for an empty one (wrapped)', async () => {
	const name = `test-${crypto.randomUUID()}`;
	const folder = await folderOf(name);
	await folder.getFileHandle(DIGEST, { create: true });
	vi.spyOn(FileSystemFileHandle.prototype, 'getFile').mockRejectedValue(
		new DOMException('wrapped', 'UnknownError'),
	);
	const store = new OpfsShardStore(freshDatabase(), name);
	await expect(store.written(DIGEST)).rejects.toMatchObject({ code: 'internal' });
	await expect(store.partial(DIGEST)).rejects.toMatchObject({ code: 'internal' });
	vi.restoreAllMocks();
});
