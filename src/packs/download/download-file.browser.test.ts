import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { faultServer } from '../../../e2e/fixtures/fault-client.ts';
import type { Fault } from '../../../e2e/fixtures/fault-server.mjs';
import { createSha256, hashBlob } from '../../lib/sha256.ts';
import { Database } from '../../storage/database.ts';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import type { PackFile } from '../manifest.ts';
import { downloadFile, type DownloadProgress } from './download-file.ts';
import { httpSource } from './source.ts';
import type { TransferPolicy } from './transfer-policy.ts';

const KIB = 1024;
const policy: TransferPolicy = {
	chunkBytes: 64 * KIB,
	stallTime: 30_000,
	attempts: 4,
	firstPause: 1,
	lanes: 1,
	probeTime: 0,
};
const BYTES = 300 * KIB + 123;

let database: Database;
let store: IndexedDbShardStore;
let file: PackFile;
let path: string;
let count = 0;

beforeEach(async () => {
	database = new Database(`download-${crypto.randomUUID()}`);
	store = new IndexedDbShardStore(database);
	path = `/file-${count++}.bin`;
	file = { path: path.slice(1), ...(await faultServer.serve(path, BYTES, count)) };
});

afterEach(async () => {
	vi.restoreAllMocks();
	await database.close();
	indexedDB.deleteDatabase(database.name);
});

function download(o: Partial<TransferPolicy> & { signal?: AbortSignal } = {}) {
	const { signal, ...changes } = o;
	const source = httpSource('origin', 'here', new URL(path, faultServer.url));
	return downloadFile(file, [source], store, { signal, policy: { ...policy, ...changes } });
}

async function drain(progress: AsyncIterable<DownloadProgress>): Promise<DownloadProgress[]> {
	const all = [];
	for await (const step of progress) all.push(step);
	return all;
}

/** Digest of what the store gives back: the file must be there, whole and right. */
async function storedDigest(): Promise<string> {
	const blob = await store.read(file.sha256);
	if (!blob) return 'nothing stored';
	const hash = await createSha256();
	let read = 0;
	for await (const bytes of hashBlob(hash, blob)) read = bytes;
	return read === blob.size ? hash.digest() : 'not all of it';
}

test('fetches a file in ranges, in order, and seals it', async () => {
	const steps = await drain(download());
	expect(steps.at(-1)).toEqual({
		phase: 'fetch',
		bytes: BYTES,
		source: { kind: 'origin', id: 'here' },
	});
	expect(await storedDigest()).toBe(file.sha256);
	expect(await faultServer.ranges(path)).toEqual([
		'bytes=0-65535',
		'bytes=65536-131071',
		'bytes=131072-196607',
		'bytes=196608-262143',
		`bytes=262144-${BYTES - 1}`,
	]);
});

test('asks for nothing when the file is there', async () => {
	await drain(download());
	const before = await faultServer.ranges(path);
	expect(await drain(download())).toEqual([]);
	expect(await faultServer.ranges(path)).toEqual(before);
});

describe('goes on by itself after', () => {
	const passing: [string, Fault[]][] = [
		['a refused connection', [{ refuse: true }]],
		['a connection dropped before the first byte', [{}, { drop: 0 }]],
		['a connection dropped inside a chunk', [{ drop: 1000 }, { drop: 20_000 }, { drop: 1 }]],
		['a connection dropped at the end of each chunk', [{ drop: 64 * KIB }, { drop: 64 * KIB }]],
		['a server error', [{ status: 500 }, { status: 503 }, { status: 502 }]],
		['too many requests', [{ status: 429, headers: { 'Retry-After': '1' } }]],
		['an ignored range from the start', [{ ignoreRange: true }]],
		['an ignored range in the middle', [{}, {}, { ignoreRange: true }]],
		['an ignored range with a drop inside', [{}, { ignoreRange: true, drop: 150_000 }]],
		['a body that is short', [{ short: 10_000 }, {}, { short: 1 }]],
		['a body that is too long', [{ long: 5000 }, { ignoreRange: true, long: 5000 }]],
		['a compressed body without a length', [{ gzip: true, ignoreRange: true }]],
		['a compressed range', [{ gzip: true }]],
		['one flipped bit: the file is fetched again', [{}, {}, { flip: 150_000 }]],
	];
	test.each(passing)('%s', async (_name, faults) => {
		await faultServer.script(path, faults);
		await drain(download());
		expect(await storedDigest()).toBe(file.sha256);
	});

	const unreliable: [string, Fault][] = [
		['a range that is shifted', { shift: 1 }],
		['a Content-Range for other bytes', { contentRange: 'bytes 0-65535/307323' }],
		['a Content-Range of another length', { contentRange: 'bytes 65536-131071/999' }],
		['a Content-Range that is no range', { contentRange: 'bytes */307323' }],
		['a missing Content-Range', { contentRange: null }],
		['status 416', { status: 416 }],
	];
	test.each(unreliable)('%s, by asking for the whole file', async (_name, fault) => {
		await faultServer.script(path, [{}, fault]);
		await drain(download());
		expect(await storedDigest()).toBe(file.sha256);
		const second = `bytes=65536-${128 * KIB - 1}`;
		expect(await faultServer.ranges(path)).toEqual(['bytes=0-65535', second, undefined]);
	});

	test('a stall', async () => {
		await faultServer.script(path, [{}, { stall: 5000 }, { stall: 0 }]);
		await drain(download({ stallTime: 300 }));
		expect(await storedDigest()).toBe(file.sha256);
	});

	test('a drop, by asking again for the range in flight and no more', async () => {
		await faultServer.script(path, [{}, { drop: 16 * KIB }]);
		await drain(download());
		const [, dropped, next] = await faultServer.ranges(path);
		expect(dropped).toBe('bytes=65536-131071');
		expect(next).toBe(`bytes=65536-${80 * KIB - 1}`);
	});

	test('a stall of a whole body, by keeping what came', async () => {
		await faultServer.script(path, [{ ignoreRange: true, stall: 150_000 }]);
		await drain(download({ stallTime: 300 }));
		expect(await faultServer.ranges(path)).toContain('bytes=150000-166383');
	});

	test('any number of drops on a line that brings no more than 40 KiB at a time', async () => {
		const chunkBytes = 256 * KIB;
		await faultServer.script(path, [{ drop: 40 * KIB, times: 50 }]);
		await drain(download({ chunkBytes }));
		expect(await storedDigest()).toBe(file.sha256);
	});
});

describe('gives up with', () => {
	const lasting: [string, Fault, object][] = [
		['offline: connection', { refuse: true }, { code: 'offline', data: { reason: 'connection' } }],
		[
			'offline: server',
			{ status: 503 },
			{ code: 'offline', data: { reason: 'server', status: 503 } },
		],
		[
			'offline: refused',
			{ status: 403 },
			{ code: 'offline', data: { reason: 'refused', status: 403 } },
		],
		[
			'offline: missing',
			{ status: 404 },
			{ code: 'offline', data: { reason: 'missing', status: 404 } },
		],
		[
			'offline: captive-portal, for a web page',
			{ page: 'text/html; charset=utf-8' },
			{ code: 'offline', data: { reason: 'captive-portal' } },
		],
		[
			'offline: captive-portal, for a web page under another type',
			{ page: 'application/octet-stream' },
			{ code: 'offline', data: { reason: 'captive-portal' } },
		],
		[
			'offline: captive-portal, for a redirect',
			{ redirect: 'http://portal.invalid/' },
			{ code: 'offline', data: { reason: 'captive-portal' } },
		],
		[
			'corrupt: digest',
			{ flip: BYTES - 1, ignoreRange: true },
			{ code: 'corrupt', data: { reason: 'digest' } },
		],
		[
			'corrupt: length',
			{ short: 400, ignoreRange: true },
			{ code: 'corrupt', data: { reason: 'length' } },
		],
	];
	test.each(lasting)('%s', async (_name, fault, error) => {
		await faultServer.script(path, [{ ...fault, times: 20 }]);
		await expect(drain(download())).rejects.toMatchObject(error);
		expect(await store.has(file.sha256)).toBe(false);
		expect(await store.read(file.sha256)).toBeUndefined();
	});

	test('offline: stalled', async () => {
		await faultServer.script(path, [{ stall: 0, times: 20 }]);
		await expect(drain(download({ stallTime: 50 }))).rejects.toMatchObject({
			code: 'offline',
			data: { reason: 'stalled' },
		});
	});

	test('corrupt, once the server has another file, and leaves nothing of it', async () => {
		const first = download();
		await first.next();
		await faultServer.serve(path, BYTES, 999);
		await expect(drain(first)).rejects.toMatchObject({ code: 'corrupt' });
		expect(await store.written(file.sha256)).toBe(0);
	});
});

describe('where the ETag changes between two ranges', () => {
	const whole = ['bytes=0-65535', 'bytes=65536-131071', 'bytes=131072-196607'];

	test('and so do the bytes, the file is begun anew at once', async () => {
		const wanted = file;
		await faultServer.serve(path, BYTES, 999);
		const reading = download();
		await reading.next();
		await faultServer.serve(path, BYTES, count);
		await drain(reading);
		expect(file).toBe(wanted);
		expect(await storedDigest()).toBe(file.sha256);
		// The second is dropped unread; the third asks once more for bytes that are here, to compare them.
		expect((await faultServer.ranges(path)).slice(0, 6)).toEqual([
			'bytes=0-65535',
			'bytes=65536-131071',
			'bytes=49152-81919',
			...whole,
		]);
		expect(await faultServer.ranges(path)).toHaveLength(8);
	});

	test('and so do the bytes again and again, it is given up after two', async () => {
		const reading = download();
		for (let seed = 900; seed < 910; seed++) {
			const step = await reading.next().catch((error: unknown) => error);
			if (step instanceof Error) {
				expect(step).toMatchObject({
					code: 'corrupt',
					data: { reason: 'digest', file: path.slice(1) },
				});
				expect(await store.written(file.sha256)).toBe(0);
				expect(await faultServer.ranges(path)).toHaveLength(6);
				return;
			}
			await faultServer.serve(path, BYTES, seed);
		}
		expect.unreachable();
	});

	test('and the bytes do not, it goes on', async () => {
		await faultServer.script(path, [{}, { etag: '"2"' }, { etag: '"2"' }, { etag: '"2"' }, {}]);
		await drain(download());
		expect(await storedDigest()).toBe(file.sha256);
		expect((await faultServer.ranges(path)).slice(0, 4)).toEqual([
			'bytes=0-65535',
			'bytes=65536-131071',
			'bytes=49152-81919',
			'bytes=81920-131071',
		]);
		expect(await faultServer.ranges(path)).toHaveLength(7);
	});

	test('with every answer, it is soon not asked about any more', async () => {
		const faults = Array.from({ length: 30 }, (_, i) => ({ etag: `"${i}"` }));
		await faultServer.script(path, faults);
		await drain(download({ chunkBytes: 16 * KIB }));
		expect(await storedDigest()).toBe(file.sha256);
		// 19 ranges, and three comparisons with one dropped answer each.
		expect(await faultServer.ranges(path)).toHaveLength(22);
	});

	test.each(['W/"2"', '2', ''])('a validator that is not strong says nothing: %s', async (etag) => {
		await faultServer.script(path, [{}, { etag }, { etag }]);
		await drain(download());
		expect(await faultServer.ranges(path)).toHaveLength(5);
	});

	test('and what came cannot be compared, for nothing did, it just begins', async () => {
		await faultServer.script(path, [{ drop: 0 }, { etag: '"2"' }, { etag: '"2"' }]);
		await drain(download());
		expect(await storedDigest()).toBe(file.sha256);
	});
});

test('a page in the middle leaves what was fetched, and the next call goes on there', async () => {
	await faultServer.script(path, [{}, {}, { page: 'text/html' }]);
	await expect(drain(download())).rejects.toMatchObject({
		code: 'offline',
		data: { reason: 'captive-portal', file: file.path },
	});
	expect(await store.written(file.sha256)).toBe(128 * KIB);

	const steps = await drain(download());
	expect(steps[0]).toEqual({ phase: 'verify', bytes: 128 * KIB });
	expect(await storedDigest()).toBe(file.sha256);
	expect((await faultServer.ranges(path)).slice(3)[0]).toBe('bytes=131072-196607');
});

test('an abort stops at once and loses at most the chunk in flight', async () => {
	const controller = new AbortController();
	await faultServer.script(path, [{}, {}, { stall: 1000 }]);
	const reading = drain(download({ signal: controller.signal, stallTime: 600_000 }));
	reading.catch(() => {});
	while ((await faultServer.ranges(path)).length < 3);
	controller.abort();
	await expect(reading).rejects.toMatchObject({ code: 'aborted' });
	expect(await store.written(file.sha256)).toBe(128 * KIB);
});

test('an abort ends the pause between two attempts', async () => {
	await faultServer.script(path, [{ status: 429, headers: { 'Retry-After': '3600' } }]);
	const controller = new AbortController();
	const reading = drain(download({ signal: controller.signal }));
	reading.catch(() => {});
	while ((await faultServer.ranges(path)).length === 0);
	controller.abort();
	await expect(reading).rejects.toMatchObject({ code: 'aborted' });
});

test('bytes changed on disk between two calls are found and fetched again', async () => {
	await faultServer.script(path, [{}, {}, { status: 404 }]);
	await expect(drain(download())).rejects.toMatchObject({ code: 'offline' });
	const zeros = new Blob([new Uint8Array(64 * KIB)]);
	await database.transact(['chunks'], 'readwrite', (transaction) =>
		transaction.objectStore('chunks').put(zeros, [file.sha256, 64 * KIB]),
	);
	await drain(download());
	expect(await storedDigest()).toBe(file.sha256);
});

test('a chunk that is missing on disk means a fresh start', async () => {
	await faultServer.script(path, [{}, {}, {}, { status: 404 }]);
	await expect(drain(download())).rejects.toMatchObject({ code: 'offline' });
	await database.transact(['chunks'], 'readwrite', (transaction) =>
		transaction.objectStore('chunks').delete([file.sha256, 64 * KIB]),
	);
	await drain(download());
	expect(await storedDigest()).toBe(file.sha256);
});

test('more bytes on disk than the file has mean a fresh start', async () => {
	await store.write(file.sha256, 0, new Uint8Array(BYTES + 1));
	await drain(download());
	expect(await storedDigest()).toBe(file.sha256);
});

test('a chunk that cannot be read back means a fresh start (wrapped)', async () => {
	await faultServer.script(path, [{}, {}, { status: 404 }]);
	await expect(drain(download())).rejects.toMatchObject({ code: 'offline' });
	const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
	read.mockRejectedValueOnce(new DOMException('wrapped', 'NotReadableError'));
	await drain(download());
	expect(await storedDigest()).toBe(file.sha256);
});

test('an empty file is a file', async () => {
	file = { path: file.path, ...(await faultServer.serve(path, 0)) };
	await drain(download());
	expect(await storedDigest()).toBe(file.sha256);
});
