import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHubServer, type HubServer } from '../../../e2e/fixtures/hub-server.mjs';
import type { AppError } from '../../lib/errors.ts';
import type { Permit, Permits } from '../../storage/permits.ts';
import { HubClient } from './hub-client.ts';
import type { PackHosts } from './pack-hosts.ts';
import { resolveHubPack, type HubPackWish } from './resolve-hub-pack.ts';

const repository = 'people/ada-1B-MLC';
const commit = 'a'.repeat(40);
const policy = { stallTime: 10_000, attempts: 3, firstPause: 1 };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const shard = randomBytes(300_000);
const config = Buffer.from('{"model_type": "llama"}');
const readme = Buffer.from('# Ada');
const library = randomBytes(5000);

let hub: HubServer;
let mirror: HubServer;
let granted: Omit<Permit, 'until'>[];
let revoked: number;

/** Permits are kept in the browser; here is only counted that they are asked for and given back. */
const permits = {
	grant: async (permit: Omit<Permit, 'until'>) => {
		granted.push(permit);
		return async () => void revoked++;
	},
} as Pick<Permits, 'grant'> as Permits;

beforeEach(async () => {
	granted = [];
	revoked = 0;
	hub = await startHubServer();
	mirror = await startHubServer();
	for (const server of [hub, mirror]) {
		server.publish(repository, commit, {
			'README.md': { bytes: readme },
			'mlc-chat-config.json': { bytes: config },
			'params_shard_0.bin': { bytes: shard, lfs: true },
		});
	}
});
afterEach(async () => {
	await hub.close();
	await mirror.close();
});

const wish: HubPackWish = {
	repository,
	revision: 'main',
	about: {
		id: 'ada-1b',
		name: 'Ada 1B',
		tasks: ['chat'],
		languages: ['en'],
		license: { spdx: 'Apache-2.0', holder: 'people' },
		parameters: 1e9,
		quantization: 'q4f16_1',
		contextWindow: 4096,
	},
	fileSets: [
		{
			engine: 'web-llm',
			memoryBytes: 1e9,
			takes: (path) => /\.(json|bin)$/.test(path),
			needs: ['mlc-chat-config.json'],
		},
	],
};

function resolve(
	change: Partial<HubPackWish> = {},
	hosts: PackHosts = { hub: hub.url, mirrors: [] },
) {
	const client = new HubClient(hosts, (url, signal) => fetch(url, { signal }), policy);
	return resolveHubPack({ ...wish, ...change }, client, permits);
}

const failure = (resolving: Promise<unknown>) =>
	resolving.then(
		() => undefined,
		({ code, data }: AppError) => ({ code, ...data }),
	);

test('a complete manifest at a pinned commit, every file by its SHA-256', async () => {
	const { manifest, known, listedBy } = await resolve();
	expect(manifest.hub).toEqual({ repository, revision: commit });
	expect(manifest.source).toEqual({ name: repository, revision: commit });
	expect(manifest.fileSets).toEqual([
		{
			engine: 'web-llm',
			memoryBytes: 1e9,
			files: [
				{ path: 'mlc-chat-config.json', bytes: config.length, sha256: sha256(config) },
				{ path: 'params_shard_0.bin', bytes: shard.length, sha256: sha256(shard) },
			],
		},
	]);
	// What was read for its digest is handed on; the large file is not touched.
	expect([...known.keys()]).toEqual([sha256(config)]);
	expect(await known.get(sha256(config))?.text()).toBe(config.toString());
	expect(hub.cdn.requests).toEqual([]);
	expect(listedBy).toBe(hub.url);
	expect(granted).toEqual([{ repository }]);
	expect(revoked).toBe(1);
});

test('a compiled library comes along under its own address', async () => {
	hub.serve('/libs/ada.wasm', library);
	const url = `${hub.url}libs/ada.wasm`;
	const [set] = wish.fileSets;
	const { manifest } = await resolve({
		fileSets: [{ ...set!, library: { url, path: 'ada.wasm' } }],
	});
	expect(manifest.fileSets[0]?.library).toBe('ada.wasm');
	expect(manifest.fileSets[0]?.files.at(-1)).toEqual({
		path: 'ada.wasm',
		url,
		bytes: library.length,
		sha256: sha256(library),
	});
	expect(granted).toEqual([{ repository }, { repository, library: url }]);
	expect(revoked).toBe(2);
});

test('a commit needs no asking, and a list in pages is read to its end', async () => {
	hub.pageSize = 1;
	const { manifest } = await resolve({ revision: commit });
	expect(manifest.fileSets[0]?.files).toHaveLength(2);
	const asked = hub.requests.map(({ path }) => path);
	expect(asked.filter((path) => path.includes('/revision/'))).toEqual([]);
	expect(asked.filter((path) => path.includes('/tree/'))).toHaveLength(4);
});

describe('what passes', () => {
	const tree = `/api/models/${repository}/tree/${commit}`;

	test('too many requests, and a server error, are waited out', async () => {
		hub.script(tree, [{ status: 429, headers: { 'Retry-After': '0' } }, { status: 503 }]);
		expect((await resolve()).listedBy).toBe(hub.url);
	});

	test('a mirror is asked where the hub cannot be reached', async () => {
		const gone = hub.url;
		await hub.close();
		const { manifest, listedBy } = await resolve({}, { hub: gone, mirrors: [mirror.url] });
		expect(listedBy).toBe(mirror.url);
		expect(manifest.hub).toEqual({ repository, revision: commit });
		hub = await startHubServer();
	});

	test('a mirror is asked where a login page comes in place of the list', async () => {
		hub.script(tree, [{ page: 'text/html' }]);
		const { listedBy } = await resolve({}, { hub: hub.url, mirrors: [mirror.url] });
		expect(listedBy).toBe(mirror.url);
	});

	test('a small file with other bytes than the list says is taken from a mirror', async () => {
		hub.script(`/${repository}/resolve/${commit}/mlc-chat-config.json`, [{ flip: 3 }]);
		const { known } = await resolve({}, { hub: hub.url, mirrors: [mirror.url] });
		expect([...known.keys()]).toEqual([sha256(config)]);
	});
});

describe('what does not', () => {
	const tree = `/api/models/${repository}/tree/${commit}`;
	const host = () => new URL(hub.url).host;

	test('a repository that is not there', async () => {
		const result = await failure(resolve({ repository: 'people/nobody' }));
		expect(result).toMatchObject({ code: 'offline', reason: 'missing', host: host() });
		expect(revoked).toBe(1);
	});

	test('a needed file that is not listed', async () => {
		const [set] = wish.fileSets;
		const result = await failure(resolve({ fileSets: [{ ...set!, needs: ['tokenizer.json'] }] }));
		expect(result).toMatchObject({ code: 'offline', reason: 'missing', file: 'tokenizer.json' });
	});

	test('a repository that wants an account', async () => {
		hub.script(tree, [{ status: 401 }]);
		expect(await failure(resolve())).toMatchObject({ code: 'offline', reason: 'refused' });
	});

	test('a login page', async () => {
		hub.script(tree, [{ page: 'application/json' }]);
		expect(await failure(resolve())).toMatchObject({ code: 'offline', reason: 'captive-portal' });
	});

	test('a small file whose bytes are not those of the list', async () => {
		hub.script(`/${repository}/resolve/${commit}/mlc-chat-config.json`, [{ flip: 3 }]);
		expect(await failure(resolve())).toMatchObject({ code: 'corrupt', reason: 'digest' });
	});

	test('names that are no repository', async () => {
		for (const name of ['ada', '../..', 'a/b/c', 'a/b?c', 'a/..', 'a/b c']) {
			expect(await failure(resolve({ repository: name }))).toEqual({ code: 'invalid-input' });
		}
		expect(hub.requests).toEqual([]);
	});

	test('a person who changes their mind', async () => {
		hub.script(tree, [{ stall: 10 }]);
		const controller = new AbortController();
		const client = new HubClient(
			{ hub: hub.url, mirrors: [mirror.url] },
			(url, signal) => fetch(url, { signal }),
			policy,
		);
		const resolving = failure(resolveHubPack(wish, client, permits, { signal: controller.signal }));
		while (!hub.requests.some(({ path }) => path === tree)) await new Promise((r) => setTimeout(r));
		controller.abort();
		expect(await resolving).toEqual({ code: 'aborted' });
		expect(mirror.requests).toEqual([]);
		expect(revoked).toBe(1);
	});
});

describe('a hostile hub', () => {
	const entry = { type: 'file', path: 'a.json', size: 1, oid: 'b'.repeat(40) };
	const lfs = { oid: 'c'.repeat(64), size: 1 };

	const lists: [string, (entries: unknown[]) => unknown][] = [
		['no list', () => ({ error: 'none' })],
		['null', () => null],
		['an entry that is none', () => [null]],
		['a length below zero', () => [{ ...entry, size: -1 }]],
		['a length that is no whole number', () => [{ ...entry, lfs: { ...lfs, size: 1e300 } }]],
		['a digest that is none', () => [{ ...entry, oid: '../../x' }]],
		['a large file without a digest', () => [{ ...entry, lfs: { ...lfs, oid: 'x' } }]],
		['a path as long as a book', () => [{ ...entry, path: 'a'.repeat(100_000) }]],
		['a file twice', (entries) => [...entries, ...entries]],
		['a small file of a terabyte', (entries) => [...entries, { ...entry, size: 1e12 }]],
		['more files than any repository has', () => Array.from({ length: 20_000 }, () => entry)],
	];
	test.each(lists)('lists %s', async (_name, change) => {
		hub.tamper(change);
		expect(await failure(resolve())).toMatchObject({ code: 'corrupt', reason: 'listing' });
	});

	test('lists paths that lead elsewhere: they are no files of the pack', async () => {
		hub.tamper((entries) => [
			...entries,
			...['../a.json', '/a.json', 'a//b.json', 'a/../b.json', 'a\u202eb.json', '.git/a.json'].map(
				(path) => ({ ...entry, path, lfs }),
			),
		]);
		const { manifest } = await resolve();
		expect(manifest.fileSets[0]?.files).toHaveLength(2);
	});

	test('never ends its list', async () => {
		hub.endless = true;
		expect(await failure(resolve())).toMatchObject({ code: 'corrupt', reason: 'listing' });
		expect(hub.requests.length).toBeLessThan(30);
	});

	test('sends a list without end', async () => {
		hub.script(`/api/models/${repository}/tree/${commit}`, [{ long: 50_000_000 }]);
		expect(await failure(resolve())).toMatchObject({ code: 'corrupt', reason: 'listing' });
	});

	test('names no commit', async () => {
		hub.serve(`/api/models/people/eve/revision/main`, Buffer.from('{"sha": "main/../x"}'));
		expect(await failure(resolve({ repository: 'people/eve' }))).toMatchObject({
			code: 'corrupt',
			reason: 'listing',
		});
	});
});
