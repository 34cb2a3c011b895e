import { afterEach, expect, test } from 'vitest';
import { faultServer } from '../../../e2e/fixtures/fault-client.ts';
import type { Fault } from '../../../e2e/fixtures/fault-server.mjs';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import type { FileSet } from '../manifest.ts';
import { verifyFiles } from '../verify-files.ts';
import { downloadFile } from './download-file.ts';
import { Experience } from './experience.ts';
import { httpSource } from './source.ts';

const KIB = 1024;
const CHUNK = 128 * KIB;
const policy = {
	chunkBytes: CHUNK,
	stallTime: 30_000,
	attempts: 4,
	firstPause: 1,
	lanes: 4,
	probeTime: 60,
};
/** Per second. Slow, so that what a busy machine takes for itself counts little. */
const RATE = 400 * KIB;

afterEach(() => faultServer.throttle(undefined));

/** Fetches a file, checks it, and gives for each request how many more were under way. */
async function fetchBesides(name: string, bytes: number, faults: Fault[] = []): Promise<number[]> {
	const path = `/lanes-${name}.bin`;
	const file = { path: path.slice(1), ...(await faultServer.serve(path, bytes, 3)) };
	await faultServer.script(path, faults);
	const store = new IndexedDbShardStore(freshDatabase());
	const experience = new Experience(policy);
	const source = httpSource('origin', 'here', new URL(path, faultServer.url));
	let done = 0;
	for await (const step of downloadFile(file, [source], store, { policy, experience })) {
		expect(step.bytes).toBeGreaterThanOrEqual(done);
		done = step.bytes;
		// A kill now would cost what is here and not stored: a chunk at most.
		expect(step.bytes - (await store.written(file.sha256))).toBeLessThanOrEqual(CHUNK);
	}
	const set: FileSet = { engine: 'wllama', files: [file], memoryBytes: 1 };
	for await (const { broken } of verifyFiles(set, store)) {
		expect(broken).toEqual([]);
	}
	return faultServer.besides(path);
}

const share = (besides: number[]) => besides.filter((beside) => beside > 0).length / besides.length;

test('where each connection is slow several ranges are in flight', async () => {
	await faultServer.throttle(RATE);
	const besides = await fetchBesides('each', 3 * 1024 * KIB);
	expect(Math.max(...besides)).toBe(3);
	expect(share(besides.slice(besides.length / 2))).toBeGreaterThan(0.5);
});

test('where all share one line it goes back to one range', async () => {
	await faultServer.throttle(RATE, true);
	const besides = await fetchBesides('shared', 2.5 * 1024 * KIB);
	expect(share(besides)).toBeGreaterThan(0);
	expect(share(besides.slice(besides.length / 2))).toBeLessThan(0.5);
});

test('what breaks among several ranges is fetched again, and nothing else', async () => {
	await faultServer.throttle(RATE);
	const before: Fault = { times: 12 };
	const faults = [
		before,
		{ drop: 5000 },
		{ times: 6 },
		{ short: 9 },
		{ times: 6 },
		{ status: 503 },
		{ times: 12 },
		{ etag: '"of another machine"', times: 3 },
	];
	await fetchBesides('broken', 2 * 1024 * KIB, faults);
});

test('a server that gives the whole file in place of one of several ranges is taken at its word', async () => {
	await faultServer.throttle(RATE);
	const faults: Fault[] = [{ times: 14 }, { ignoreRange: true, times: 50 }];
	await fetchBesides('whole', 1024 * KIB, faults);
});
