import { afterEach, expect, test, vi } from 'vitest';
import { faultServer } from '../../e2e/fixtures/fault-client.ts';
import { Database } from '../storage/database.ts';
import { createPackLibrary } from './create-pack-library.ts';
import { fileSetFor, type PackManifest } from './manifest.ts';
import { PackLibrary } from './pack-library.svelte.ts';
import { installerParts } from './testing/installer-parts.ts';
import { pathOf, requestsFor, servePack } from './testing/served-pack.ts';
import type { VerifyProgress } from './verify-files.ts';

const KIB = 1024;
const baseUrl = faultServer.url;

afterEach(() => void vi.restoreAllMocks());

/** A library with its installer in the page; a reload is another one over the same database. */
async function open(parts = installerParts()) {
	const { installer, carrier, mover, handReceiver } = parts;
	const startInstaller = () => ({ installer, carrier, mover, handReceiver, stop: () => {} });
	const library = new PackLibrary({ ...parts, startInstaller, baseUrl });
	await library.open();
	return { library, ...parts, reload: () => open(installerParts(parts.database)) };
}

const until = (condition: () => boolean) =>
	vi.waitFor(() => expect(condition()).toBe(true), { timeout: 30_000 });

const installedIds = (library: PackLibrary) => library.installed.map(({ manifest }) => manifest.id);

async function install(library: PackLibrary, manifest: PackManifest): Promise<void> {
	await library.install(manifest, 'wllama');
	await until(() => library.installation === undefined);
	expect(installedIds(library)).toContain(manifest.id);
}

async function verify(library: PackLibrary, manifest: PackManifest): Promise<VerifyProgress> {
	let last: VerifyProgress | undefined;
	for await (const step of library.verify(manifest.id, 'wllama')) last = step;
	return last as VerifyProgress;
}

/** Changes one stored chunk. */
async function damage(
	database: Database,
	digest: string,
	change: (bytes: Uint8Array) => Uint8Array,
) {
	const key: [string, number] = [digest, 0];
	const chunk = await database.transact(['chunks'], 'readonly', (transaction) =>
		transaction.objectStore('chunks').get(key),
	);
	const bytes = change(new Uint8Array((await chunk?.arrayBuffer()) ?? new ArrayBuffer()));
	const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
	await database.transact(['chunks'], 'readwrite', (transaction) =>
		transaction.objectStore('chunks').put(blob, key),
	);
}

const pack = () => servePack({ wllama: { a: [100 * KIB, 1], b: [20 * KIB, 2], c: [300, 3] } });

test('installs in its worker, with the real sizes, and another tab learns of it', async () => {
	const database = new Database();
	const manifest = await servePack({ wllama: { a: [9_000_000, 1], b: [100, 2] } });
	const library = createPackLibrary(database, baseUrl);
	const otherTab = createPackLibrary(database, baseUrl);
	await Promise.all([library.open(), otherTab.open()]);
	await install(library, manifest);
	await until(() => installedIds(otherTab).includes(manifest.id));
	const asked = (await faultServer.ranges(pathOf(manifest.id, 'a'))).map((range) => {
		const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
		return { first: Number(first), end: Number(last) + 1 };
	});
	expect(asked.map(({ first }) => first)).toEqual([0, ...asked.slice(0, -1).map(({ end }) => end)]);
	expect(asked.at(-1)?.end).toBe(9_000_000);
	// A range never reaches over the end of a chunk of 4 MiB.
	for (const { first, end } of asked) expect((end - 1) >> 22).toBe(first >> 22);
	expect(await verify(library, manifest)).toEqual({
		bytesDone: 9_000_100,
		bytesTotal: 9_000_100,
		broken: [],
	});
	await library.remove(manifest.id, 'wllama');
	await library.forget(manifest.id, 'wllama');
	await database.close();
	indexedDB.deleteDatabase(database.name);
});

test('a refused persist() changes nothing (wrapped)', async () => {
	vi.spyOn(StorageManager.prototype, 'persist').mockRejectedValue(new Error('wrapped'));
	const { library } = await open();
	await install(library, await pack());
});

test('the screen stays on while it fetches, again after the page was hidden, and no longer (wrapped)', async () => {
	const release = vi.fn(async () => {});
	const request = vi.fn(async () => ({ release }) as unknown as WakeLockSentinel);
	vi.spyOn(navigator, 'wakeLock', 'get').mockReturnValue({ request } as unknown as WakeLock);
	const { library } = await open();
	const manifest = await pack();
	await faultServer.script(pathOf(manifest.id, 'a'), [{ stall: 100 }]);
	await library.install(manifest, 'wllama');
	await until(() => request.mock.calls.length === 1);
	document.dispatchEvent(new Event('visibilitychange'));
	await until(() => request.mock.calls.length === 2);
	await library.pause();
	await until(() => release.mock.calls.length > 0);
	document.dispatchEvent(new Event('visibilitychange'));
	expect(request).toHaveBeenCalledTimes(2);
	await library.cancel();
});

test('a paused installation stays paused over a reload, and goes on with one call', async () => {
	const { library, reload } = await open();
	const manifest = await pack();
	await faultServer.script(pathOf(manifest.id, 'a'), [{}, {}, { stall: 100 }]);
	await library.install(manifest, 'wllama');
	await until(() => (library.installation?.bytesDone ?? 0) > 0);
	await vi.waitFor(async () => expect(await requestsFor(manifest.id, 'a')).toBe(3));
	await library.pause();
	expect(library.installation?.state).toBe('paused');

	const { library: next } = await reload();
	expect(next.installed).toEqual([]);
	expect(next.installation).toMatchObject({
		manifest,
		state: 'paused',
		bytesDone: 32 * KIB,
		bytesTotal: 120 * KIB + 300,
	});
	await next.resume();
	await until(() => next.installation === undefined);
	expect(installedIds(next)).toEqual([manifest.id]);
});

test('one installation at a time', async () => {
	const { library } = await open();
	const manifest = await pack();
	await faultServer.script(pathOf(manifest.id, 'a'), [{ stall: 100 }]);
	await library.install(manifest, 'wllama');
	await expect(library.install(manifest, 'wllama')).rejects.toMatchObject({ code: 'busy' });
	await library.cancel();
});

test('a cancelled installation leaves nothing behind', async () => {
	const { library, shards, files, reload } = await open();
	const manifest = await pack();
	await faultServer.script(pathOf(manifest.id, 'b'), [{ stall: 100 }]);
	await library.install(manifest, 'wllama');
	await vi.waitFor(async () => expect(await requestsFor(manifest.id, 'b')).toBe(1));
	await library.cancel();
	expect(library.installation).toBeUndefined();
	expect(await shards.list()).toEqual([]);
	expect(await files.bytesStored(fileSetFor(manifest, 'wllama'))).toBe(0);
	const { library: next } = await reload();
	expect(next.installation).toBeUndefined();
});

test('a lost connection is waited for, and the transfer goes on by itself', async () => {
	const { library } = await open();
	const manifest = await pack();
	await faultServer.script(pathOf(manifest.id, 'a'), [{}, { refuse: true, times: 10 }]);
	await library.install(manifest, 'wllama');
	await until(() => library.installation?.waitingFor === 'connection');
	expect(library.installation).toMatchObject({ bytesDone: 16 * KIB });
	await faultServer.script(pathOf(manifest.id, 'a'), []);
	dispatchEvent(new Event('online'));
	await until(() => library.installation === undefined);
	expect(installedIds(library)).toEqual([manifest.id]);
});

test.each([
	['a captive portal', { page: 'text/html' }, 'offline'],
	['wrong bytes', { flip: 5, times: 9 }, 'corrupt'],
])('%s fails the installation, which can be tried again', async (_name, fault, code) => {
	const { library } = await open();
	const manifest = await pack();
	await faultServer.script(pathOf(manifest.id, 'c'), [fault]);
	await library.install(manifest, 'wllama');
	await until(() => library.installation?.state === 'failed');
	expect(library.installation?.error).toMatchObject({ code });
	expect(library.installed).toEqual([]);
	await faultServer.script(pathOf(manifest.id, 'c'), []);
	await library.resume();
	await until(() => library.installation === undefined);
	expect(installedIds(library)).toEqual([manifest.id]);
});

test('removing a pack keeps the files that another one uses', async () => {
	const { library, shards } = await open();
	const one = await servePack({ wllama: { shared: [1000, 1], own: [2000, 2] } });
	const two = await servePack({ wllama: { shared: [1000, 1], other: [3000, 3] } });
	await install(library, one);
	await install(library, two);
	expect(await requestsFor(two.id, 'shared')).toBe(0);
	await library.remove(one.id, 'wllama');
	await library.forget(one.id, 'wllama');
	expect(installedIds(library)).toEqual([two.id]);
	const lengths = (await shards.list()).map(({ bytes }) => bytes);
	expect(lengths.toSorted((a, b) => a - b)).toEqual([1000, 3000]);
	expect((await verify(library, two)).broken).toEqual([]);
});

test('a removed pack is gone at once and can come back without a byte from the network', async () => {
	const { library, reload } = await open();
	const manifest = await pack();
	await install(library, manifest);
	const asked = await requestsFor(manifest.id, 'a');
	await library.remove(manifest.id, 'wllama');
	expect(library.installed).toEqual([]);
	expect(library.installation).toBeUndefined();
	// Another tab that opens meanwhile neither shows it nor deletes its files.
	const { library: otherTab } = await reload();
	expect([otherTab.installed, otherTab.installation]).toEqual([[], undefined]);
	expect(await library.restore(manifest.id, 'wllama')).toBe(true);
	expect(installedIds(library)).toEqual([manifest.id]);
	expect((await verify(library, manifest)).broken).toEqual([]);
	expect(await requestsFor(manifest.id, 'a')).toBe(asked);
	expect(await library.restore(manifest.id, 'wllama')).toBe(false);
});

test('a removal that nobody took back is ended at the next start', async () => {
	const { library, shards, pending, database, reload } = await open();
	const manifest = await pack();
	await install(library, manifest);
	// As a tab leaves it that ended: the record, and nobody who holds the lock.
	await pending.reopen(manifest, 'wllama', { removed: true });
	const { library: next } = await reload();
	expect([next.installed, next.installation]).toEqual([[], undefined]);
	expect(await shards.list()).toEqual([]);
	const left = await database.transact(['chunks'], 'readonly', (transaction) =>
		transaction.objectStore('chunks').count(),
	);
	expect(left).toBe(0);
});

test.each(['cancelled', 'removed'])(
	'what was %s and cut off between two files is ended at the next start',
	async (how) => {
		const { library, shards, pending, files, reload } = await open();
		const manifest = await pack();
		await install(library, manifest);
		await pending.reopen(manifest, 'wllama', how === 'removed' ? { removed: true } : {});
		const real = shards.delete.bind(shards);
		let calls = 0;
		vi.spyOn(shards, 'delete').mockImplementation(async (digest) => {
			if (++calls === 2) throw new Error('the tab ends');
			await real(digest);
		});
		const deleting =
			how === 'removed'
				? files.forgetRemoved(manifest, 'wllama')
				: files.abandon(manifest, 'wllama');
		await expect(deleting).rejects.toThrow('the tab ends');
		const { library: next } = await reload();
		if (how === 'cancelled') {
			expect(next.installation).toMatchObject({ state: 'paused', bytesDone: 20 * KIB + 300 });
			await next.cancel();
		}
		expect([next.installed, next.installation]).toEqual([[], undefined]);
		expect(await shards.list()).toEqual([]);
	},
);

test('a removed pack that is installed again, here or in another tab, needs nothing fetched', async () => {
	const { library, reload } = await open();
	const manifest = await pack();
	await install(library, manifest);
	const asked = await requestsFor(manifest.id, 'a');
	await library.remove(manifest.id, 'wllama');
	await install(library, manifest);

	await library.remove(manifest.id, 'wllama');
	const { library: otherTab } = await reload();
	await otherTab.install(manifest, 'wllama');
	await until(() => otherTab.installation?.waitingFor === 'other-tab');
	await library.forget(manifest.id, 'wllama');
	await until(() => otherTab.installation === undefined);
	expect(installedIds(otherTab)).toEqual([manifest.id]);
	expect((await verify(otherTab, manifest)).broken).toEqual([]);
	expect(await requestsFor(manifest.id, 'a')).toBe(asked);
});

const flip = (offset: number) => (bytes: Uint8Array) =>
	bytes.with(offset, (bytes[offset] ?? 0) ^ 1);
test.each([
	['the first bit flipped', flip(0)],
	['a bit in the middle flipped', flip(8 * KIB)],
	['the last bit flipped', flip(16 * KIB - 1)],
	['the tail filled with zeros', (bytes: Uint8Array) => new Uint8Array(bytes).fill(0, 9000)],
	['the tail missing', (bytes: Uint8Array) => bytes.slice(0, 9000)],
])('%s is found by verify, and repair fetches that file alone', async (_name, change) => {
	const { library, database } = await open();
	const manifest = await pack();
	await install(library, manifest);
	const [a, b] = fileSetFor(manifest, 'wllama').files;
	await damage(database, b?.sha256 ?? '', change);
	const { broken } = await verify(library, manifest);
	expect(broken).toEqual(['b']);

	const before = await requestsFor(manifest.id, a?.path ?? '');
	await library.repair(manifest.id, 'wllama', broken);
	expect(library.installed).toEqual([]);
	await until(() => library.installation === undefined);
	expect(installedIds(library)).toEqual([manifest.id]);
	expect((await verify(library, manifest)).broken).toEqual([]);
	expect(await requestsFor(manifest.id, 'a')).toBe(before);
});

test('a file that has lost bytes is fetched again when another pack wants it too', async () => {
	const { library, database } = await open();
	const one = await servePack({ wllama: { shared: [20 * KIB, 5], a: [300, 6] } });
	const two = await servePack({ wllama: { shared: [20 * KIB, 5], b: [300, 7] } });
	await install(library, one);
	const [shared] = fileSetFor(one, 'wllama').files;
	await damage(database, shared?.sha256 ?? '', (bytes) => bytes.slice(0, 9000));
	await install(library, two);
	expect((await verify(library, two)).broken).toEqual([]);
	expect((await verify(library, one)).broken).toEqual([]);
});

test('a pack whose files were evicted is not installed any more, but ready to be fetched', async () => {
	const { library, shards, reload } = await open();
	const manifest = await pack();
	await install(library, manifest);
	const [first] = fileSetFor(manifest, 'wllama').files;
	await shards.delete(first?.sha256 ?? '');
	const { library: next } = await reload();
	expect(next.installed).toEqual([]);
	expect(next.installation).toMatchObject({ state: 'paused', bytesDone: 20 * KIB + 300 });
});

test('one corrupt record among the installed packs hides no other', async () => {
	const { library, database, reload } = await open();
	const manifest = await pack();
	await install(library, manifest);
	await database.transact(['installedPacks'], 'readwrite', (transaction) =>
		transaction.objectStore('installedPacks').put({ manifest: 'no' }, ['bad', 'wllama']),
	);
	const { library: next } = await reload();
	expect(installedIds(next)).toEqual([manifest.id]);
});
