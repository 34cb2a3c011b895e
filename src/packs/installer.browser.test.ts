import { expect, test } from 'vitest';
import { faultServer } from '../../e2e/fixtures/fault-client.ts';
import { fillDisk } from '../storage/testing/full-disk.ts';
import type { InstallProgress } from './installer.ts';
import { bytesOf, fileSetFor, type PackManifest } from './manifest.ts';
import { installerParts } from './testing/installer-parts.ts';
import { pathOf, requestsFor, servePack } from './testing/served-pack.ts';

const KIB = 1024;
const baseUrl = faultServer.url;

async function drain(progress: AsyncIterable<InstallProgress>): Promise<InstallProgress[]> {
	const all = [];
	for await (const step of progress) all.push(step);
	return all;
}

const hosts = { hub: baseUrl, mirrors: [] };
const request = (manifest: PackManifest) => ({
	manifest,
	engine: 'wllama' as const,
	baseUrl,
	hosts,
});
const twoFiles = { 'a.gguf': [100 * KIB, 1], 'b/c.json': [5000, 2] } as const;

test('fetches the files of one engine, records the pack and tells how far it is', async () => {
	const { installer, installed, pending, shards } = installerParts();
	const manifest = await servePack({ wllama: twoFiles, 'web-llm': { 'w.bin': [300, 3] } });
	await pending.add(manifest, 'wllama');
	const steps = await drain(installer.install(request(manifest)));

	const bytes = bytesOf(fileSetFor(manifest, 'wllama'));
	expect(steps.at(-1)).toEqual({
		phase: 'record',
		bytesDone: bytes,
		bytesTotal: bytes,
		bytesPerSecond: 0,
	});
	const done = steps.map(({ bytesDone }) => bytesDone);
	expect(done).toEqual(done.toSorted((a, b) => a - b));
	expect((await installed.list()).items).toMatchObject([{ manifest, engine: 'wllama' }]);
	expect((await pending.list()).items).toEqual([]);
	expect((await shards.list()).length).toBe(2);
	expect(await requestsFor(manifest.id, 'w.bin')).toBe(0);
});

test('equal files are fetched once', async () => {
	const { installer, installed } = installerParts();
	const manifest = await servePack({ wllama: { one: [9000, 4], two: [9000, 4] } });
	await drain(installer.install(request(manifest)));
	expect(await requestsFor(manifest.id, 'one')).toBe(1);
	expect(await requestsFor(manifest.id, 'two')).toBe(0);
	expect((await installed.list()).items.length).toBe(1);
});

test('after a failure nothing is installed, and the next try fetches only what is missing', async () => {
	const { installer, installed } = installerParts();
	const manifest = await servePack({ wllama: twoFiles });
	await faultServer.script(pathOf(manifest.id, 'b/c.json'), [{ status: 404 }]);
	await expect(drain(installer.install(request(manifest)))).rejects.toMatchObject({
		code: 'offline',
		data: { reason: 'missing' },
	});
	expect((await installed.list()).items).toEqual([]);
	const before = await requestsFor(manifest.id, 'a.gguf');
	await drain(installer.install(request(manifest)));
	expect(await requestsFor(manifest.id, 'a.gguf')).toBe(before);
	expect((await installed.list()).items.length).toBe(1);
});

test('a full disk is told, nothing is installed, and what was fetched stays', async () => {
	const { installer, installed, files } = installerParts();
	const manifest = await servePack({ wllama: twoFiles });
	const disk = fillDisk(3);
	await expect(drain(installer.install(request(manifest)))).rejects.toMatchObject({
		code: 'quota-exceeded',
	});
	disk.free();
	expect((await installed.list()).items).toEqual([]);
	expect(await files.bytesStored(fileSetFor(manifest, 'wllama'))).toBe(48 * KIB);
	await drain(installer.install(request(manifest)));
	expect((await installed.list()).items.length).toBe(1);
});

test('a full disk at the very record leaves an installation that can go on', async () => {
	const { installer, installed, pending } = installerParts();
	const manifest = await servePack({ wllama: { small: [1000, 1] } });
	await pending.add(manifest, 'wllama');
	// One write is the chunk, one the seal, and the third would be the record.
	const disk = fillDisk(2);
	await expect(drain(installer.install(request(manifest)))).rejects.toMatchObject({
		code: 'quota-exceeded',
	});
	disk.free();
	expect((await installed.list()).items).toEqual([]);
	expect((await pending.list()).items.length).toBe(1);
	await drain(installer.install(request(manifest)));
	expect(await requestsFor(manifest.id, 'small')).toBe(1);
});

test('two tabs make one transfer: the second waits, and finds it installed', async () => {
	const first = installerParts();
	const second = installerParts(first.database);
	const manifest = await servePack({ wllama: { 'a.gguf': [160 * KIB, 1] } });
	await faultServer.throttle(400 * KIB);
	const running = first.installer.install(request(manifest));
	await running.next();
	const [one, two] = await Promise.all([
		drain(running),
		drain(second.installer.install(request(manifest))),
	]);
	await faultServer.throttle(undefined);
	expect(one.at(-1)?.phase).toBe('record');
	expect(two[0]?.phase).toBe('wait');
	expect(two.at(-1)?.phase).toBe('record');
	expect(new Set(two.map(({ phase }) => phase))).toEqual(new Set(['wait', 'record']));
	expect(await requestsFor(manifest.id, 'a.gguf')).toBe(10);
});

test('a tab that waits for another can give up, and leaves no lock', async () => {
	const first = installerParts();
	const second = installerParts(first.database);
	const manifest = await servePack({ wllama: twoFiles });
	const running = first.installer.install(request(manifest));
	await running.next();
	const controller = new AbortController();
	const waiting = second.installer.install(request(manifest), { signal: controller.signal });
	expect((await waiting.next()).value).toMatchObject({ phase: 'wait' });
	controller.abort();
	await expect(waiting.next()).rejects.toMatchObject({ code: 'aborted' });
	await running.return(undefined);
	const { held = [], pending = [] } = await navigator.locks.query();
	const names = [...held, ...pending].map(({ name }) => name);
	expect(names.filter((name) => name?.startsWith('quern:install'))).toEqual([]);
});

test('a new revision replaces the old one, and what only the old one had is deleted', async () => {
	const { installer, installed, shards } = installerParts();
	const old = await servePack({ wllama: { same: [1000, 1], changed: [2000, 2] } });
	await drain(installer.install(request(old)));
	const next = await servePack({ wllama: { same: [1000, 1], changed: [2000, 3] } }, old.id);
	await drain(installer.install(request(next)));
	expect((await installed.list()).items.map(({ manifest }) => manifest)).toEqual([next]);
	const digests = (await shards.list()).map(({ digest }) => digest).toSorted();
	const wanted = fileSetFor(next, 'wllama').files.map(({ sha256 }) => sha256);
	expect(digests).toEqual(wanted.toSorted());
	expect(await requestsFor(old.id, 'same')).toBe(1);
});

test('a pack is not recorded while one of its files is not sealed', async () => {
	const { installed, shards } = installerParts();
	const manifest = await servePack({ wllama: { small: [10, 1] } });
	const [file] = fileSetFor(manifest, 'wllama').files;
	await shards.write(file?.sha256 ?? '', 0, new Uint8Array(10));
	await expect(
		installed.record({ manifest, engine: 'wllama', installedAt: 1 }),
	).rejects.toMatchObject({ code: 'corrupt' });
	expect((await installed.list()).items).toEqual([]);
});
