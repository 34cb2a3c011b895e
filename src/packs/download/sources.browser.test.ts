import { beforeEach, describe, expect, test } from 'vitest';
import { faultServer } from '../../../e2e/fixtures/fault-client.ts';
import type { Fault } from '../../../e2e/fixtures/fault-server.mjs';
import { toAppError } from '../../lib/errors.ts';
import { createSha256, hashBlob } from '../../lib/sha256.ts';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import type { PackFile } from '../manifest.ts';
import { downloadFile, type DownloadProgress } from './download-file.ts';
import { Experience } from './experience.ts';
import { httpSource, type Source } from './source.ts';

const KIB = 1024;
const policy = {
	chunkBytes: 16 * KIB,
	stallTime: 30_000,
	attempts: 4,
	firstPause: 1,
	lanes: 1,
	probeTime: 0,
};
const BYTES = 100 * KIB + 77;

let store: IndexedDbShardStore;
let file: PackFile;
let name: string;
let count = 0;

beforeEach(async () => {
	store = new IndexedDbShardStore(freshDatabase());
	name = `several-${count++}.bin`;
	for (const host of ['hub', 'mirror', 'second']) await serveAt(host);
});

const at = (host: string) => `/${host}/${name}`;

async function serveAt(host: string): Promise<void> {
	file = { path: name, ...(await faultServer.serve(at(host), BYTES, count)) };
}

const source = (host: string): Source =>
	httpSource(host === 'hub' ? 'hub' : 'mirror', `${host}.test`, new URL(at(host), faultServer.url));

/** A host that takes no connection. */
const closed = (kind: 'hub' | 'mirror') =>
	httpSource(kind, 'closed.test', new URL('http://127.0.0.1:59999/'));

async function download(
	sources: Source[],
	changes: Partial<typeof policy> = {},
	experience?: Experience,
): Promise<DownloadProgress[]> {
	const steps = [];
	const o = { policy: { ...policy, ...changes }, experience };
	for await (const step of downloadFile(file, sources, store, o)) steps.push(step);
	return steps;
}

async function storedDigest(): Promise<string> {
	const hash = await createSha256();
	const steps = hashBlob(hash, (await store.read(file.sha256)) ?? new Blob());
	while (!(await steps.next()).done);
	return hash.digest();
}

const servedBy = (steps: DownloadProgress[]) => new Set(steps.map((step) => step.source?.id));

test('the first source serves all while it can', async () => {
	const steps = await download([source('hub'), source('mirror')]);
	expect(servedBy(steps)).toEqual(new Set(['hub.test']));
	expect(await faultServer.ranges(at('mirror'))).toEqual([]);
	expect(await storedDigest()).toBe(file.sha256);
});

describe('a mirror goes on at the same byte where the hub', () => {
	const lasting: [string, Fault][] = [
		['answers 404', { status: 404 }],
		['answers 403', { status: 403 }],
		['answers 451', { status: 451 }],
		['sends a web page', { page: 'text/html' }],
		['sends a web page under another type', { page: 'application/octet-stream' }],
		['redirects to a portal', { redirect: 'http://portal.invalid/' }],
		['refuses other sites (CORS)', { noCors: true }],
		['drops every connection', { drop: 0 }],
		['fails for long', { status: 503, headers: { 'Retry-After': '3600' } }],
		['wants to be left alone', { status: 429, headers: { 'Retry-After': '3600' } }],
		['gives ranges that are shifted', { shift: 1 }],
		['has no such range', { status: 416 }],
	];
	test.each(lasting)('%s', async (_name, fault) => {
		await faultServer.script(at('hub'), [{}, {}, { ...fault, times: 50 }]);
		const steps = await download([source('hub'), source('mirror')]);
		expect(await storedDigest()).toBe(file.sha256);
		expect(steps.at(-1)?.source).toEqual({ kind: 'mirror', id: 'mirror.test' });
		// Two chunks came from the hub; none of them is asked for again.
		expect((await faultServer.ranges(at('mirror')))[0]).toBe('bytes=32768-49151');
		expect(await faultServer.ranges(at('mirror'))).toHaveLength(5);
	});

	test('stalls, after one wait', async () => {
		await faultServer.script(at('hub'), [{}, {}, { stall: 0, times: 50 }]);
		await download([source('hub'), source('mirror')], { stallTime: 300 });
		expect(await faultServer.ranges(at('hub'))).toHaveLength(3);
		expect((await faultServer.ranges(at('mirror')))[0]).toBe('bytes=32768-49151');
		expect(await storedDigest()).toBe(file.sha256);
	});

	test('is not to be reached at all', async () => {
		const steps = await download([closed('hub'), source('mirror')]);
		expect(servedBy(steps)).toEqual(new Set(['mirror.test']));
		expect(await storedDigest()).toBe(file.sha256);
	});

	test('has other bytes of the same length: all is fetched from the mirror', async () => {
		await faultServer.serve(at('hub'), BYTES, 4711);
		await download([source('hub'), source('mirror')]);
		expect(await storedDigest()).toBe(file.sha256);
		expect(await faultServer.ranges(at('hub'))).toHaveLength(7);
		expect(await faultServer.ranges(at('mirror'))).toHaveLength(7);
	});
});

test('a source that drops in the middle of bringing something is asked again first', async () => {
	await faultServer.script(at('hub'), [{}, { drop: 9000 }, { ignoreRange: true, drop: 50_000 }]);
	await download([source('hub'), source('mirror')]);
	expect(await storedDigest()).toBe(file.sha256);
	// The third request is the hub's only because it was asked again; what comes of that one is the line's affair.
	expect((await faultServer.ranges(at('hub'))).length).toBeGreaterThanOrEqual(3);
});

describe('where the hub changes the file on the way', () => {
	/** One chunk comes, then the hub has another file. */
	async function changeAfterOneChunk(then: number): Promise<string> {
		const o = { policy };
		const reading = downloadFile(file, [source('hub'), source('mirror')], store, o);
		await reading.next();
		await faultServer.serve(at('hub'), BYTES, then);
		for await (const step of reading) void step;
		return storedDigest();
	}

	test('a mirror that still has it as it was goes on at the same byte', async () => {
		expect(await changeAfterOneChunk(4711)).toBe(file.sha256);
		expect(await faultServer.ranges(at('hub'))).toHaveLength(3);
		// What is here once more, and the next of it.
		expect((await faultServer.ranges(at('mirror'))).slice(0, 2)).toEqual([
			'bytes=0-32767',
			'bytes=32768-49151',
		]);
		expect(await faultServer.ranges(at('mirror'))).toHaveLength(6);
	});

	test('to what the mirror has too, it is begun anew at once', async () => {
		const { sha256 } = file;
		await faultServer.serve(at('hub'), BYTES, 4711);
		expect(await changeAfterOneChunk(count)).toBe(sha256);
		// The hub's bytes were wrong once, so the mirror brings all of it.
		expect(await faultServer.ranges(at('hub'))).toHaveLength(3);
		expect(await faultServer.ranges(at('mirror'))).toHaveLength(8);
	});

	test('and the mirror has gone, the hub is asked for all of it as it is now', async () => {
		await faultServer.serve(at('hub'), BYTES, 4711);
		await faultServer.script(at('mirror'), [{ status: 404, times: 9 }]);
		expect(await changeAfterOneChunk(count)).toBe(file.sha256);
		expect(await faultServer.ranges(at('mirror'))).toHaveLength(1);
	});
});

test('bytes of two sources that do not fit together are fetched again from one', async () => {
	await faultServer.serve(at('mirror'), BYTES, 4711);
	await faultServer.script(at('hub'), [{}, { drop: 0 }]);
	await download([source('hub'), source('mirror')]);
	expect(await storedDigest()).toBe(file.sha256);
});

test('an address that was signed for a while is asked for anew, once', async () => {
	await faultServer.script(at('hub'), [{}, { status: 403 }]);
	await download([source('hub')]);
	expect(await storedDigest()).toBe(file.sha256);
	await store.delete(file.sha256);
	await faultServer.script(at('hub'), [{}, { status: 403 }, { status: 403 }]);
	await expect(download([source('hub')])).rejects.toMatchObject({ data: { reason: 'refused' } });
});

test('the next file begins with the source that served', async () => {
	const experience = new Experience(policy);
	const sources = () => [source('hub'), source('mirror')];
	await faultServer.script(at('hub'), [{ status: 404 }]);
	await download(sources(), {}, experience);
	const first = await faultServer.ranges(at('hub'));
	name = `several-${count++}.bin`;
	for (const host of ['hub', 'mirror']) await serveAt(host);
	const steps = await download(sources(), {}, experience);
	expect(first).toHaveLength(1);
	expect(servedBy(steps)).toEqual(new Set(['mirror.test']));
});

describe('with no source left the failure names what was tried', () => {
	test('none has the file', async () => {
		await faultServer.script(at('hub'), [{ status: 404 }]);
		await faultServer.script(at('mirror'), [{ status: 403 }]);
		await expect(download([source('hub'), source('mirror')])).rejects.toMatchObject({
			code: 'offline',
			data: { reason: 'missing', host: 'hub.test', tried: 'hub.test, mirror.test' },
		});
	});

	test('one is out of reach, and may be back', async () => {
		await faultServer.script(at('mirror'), [{ status: 404 }]);
		await expect(download([closed('hub'), source('mirror')])).rejects.toMatchObject({
			code: 'offline',
			data: { reason: 'connection', host: 'closed.test', tried: 'closed.test, mirror.test' },
		});
	});

	test('all have other bytes; nothing of them is kept', async () => {
		for (const host of ['hub', 'mirror']) await faultServer.serve(at(host), BYTES, 4711);
		const error = await download([source('hub'), source('mirror')]).catch(toAppError);
		expect(error).toMatchObject({
			code: 'corrupt',
			data: { reason: 'digest', file: name, tried: 'hub.test, mirror.test' },
		});
		expect(await store.written(file.sha256)).toBe(0);
		expect(await store.has(file.sha256)).toBe(false);
	});
});

test('one of three is enough', async () => {
	await faultServer.script(at('mirror'), [{ page: 'text/html', times: 9 }]);
	const steps = await download([closed('hub'), source('mirror'), source('second')]);
	expect(servedBy(steps)).toEqual(new Set(['second.test']));
	expect(await storedDigest()).toBe(file.sha256);
});

test('a source need not be HTTP: whatever answers with a Response serves', async () => {
	const bytes = new Uint8Array(
		await (await fetch(new URL(at('hub'), faultServer.url))).arrayBuffer(),
	);
	const neighbour: Source = {
		kind: 'neighbour',
		id: 'the phone beside',
		async request(range) {
			if (!range) return new Response(bytes);
			const { first, end } = range;
			const headers = { 'Content-Range': `bytes ${first}-${end - 1}/${bytes.length}` };
			return new Response(bytes.subarray(first, end), { status: 206, headers });
		},
	};
	const steps = await download([neighbour]);
	expect(servedBy(steps)).toEqual(new Set(['the phone beside']));
	expect(await storedDigest()).toBe(file.sha256);
});
