import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultServer } from '../../e2e/fixtures/fault-client.ts';
import { gateHeader, throughGate } from '../lib/through-gate.ts';
import { fileAddress } from '../packs/hub/hub-address.ts';
import type { PackManifest } from '../packs/manifest.ts';
import { installerParts } from '../packs/testing/installer-parts.ts';
import { servePack } from '../packs/testing/served-pack.ts';
import { Ledger } from '../storage/ledger.ts';
import { Permits } from '../storage/permits.ts';
import { Gate, type GateRequest } from './gate.ts';
import { Outside } from './outside.ts';

const BYTES = 300_000;
const baseUrl = new URL('./', location.href).href;
const mirror = faultServer.url.replace('127.0.0.1', 'localhost');
let count = 0;
let parts: ReturnType<typeof installerParts>;
let manifest: PackManifest;
let ledger: Ledger;
let gate: Gate;
let address: URL;

beforeEach(async () => {
	parts = installerParts();
	ledger = new Ledger(parts.database);
	gate = new Gate({
		pending: parts.pending,
		permits: new Permits(`permits-${crypto.randomUUID()}`),
		hosts: async () => ({ hub: faultServer.url, mirrors: [mirror] }),
		ledger,
		outside: new Outside(),
		baseUrl,
	});
	const hub = { repository: `people/ada-${count++}`, revision: 'a'.repeat(40) };
	manifest = { ...(await servePack({ wllama: { 'a.gguf': [BYTES, count] } })), hub };
	address = fileAddress(faultServer.url, hub, 'a.gguf');
	await faultServer.serve(address.pathname, BYTES, count);
});
afterEach(() => parts.database.close());

const begin = () => parts.pending.add(manifest, 'wllama');

function ask(url: URL, change: Partial<GateRequest> = {}) {
	const request = new Request(throughGate(url, baseUrl), { headers: { Range: 'bytes=10-19' } });
	const { url: gated, method, mode, destination, headers, signal } = request;
	return gate.answer({ url: gated, method, mode, destination, headers, signal, ...change });
}

const outcomeOf = ({ response }: { response: Response }) =>
	response.headers.get(gateHeader.outcome);
const entries = async () => (await ledger.list()).items;

/** Every request that left. */
const sent = async () => (await faultServer.ranges(address.pathname)).length;

test('a file of an installation that was begun comes through, byte for byte, and stands in the ledger', async () => {
	await begin();
	const { response, ended } = await ask(address);
	expect(response.status).toBe(206);
	expect(response.headers.get('Content-Range')).toBe(`bytes 10-19/${BYTES}`);
	expect(response.headers.get('Content-Length')).toBe('10');
	expect(response.headers.get('ETag')).toMatch(/^"[0-9a-f]{16}"$/);
	expect(outcomeOf({ response })).toBe('passed');
	expect(response.headers.get(gateHeader.finalHost)).toBe(address.host);
	const direct = await fetch(address, { headers: { Range: 'bytes=10-19' } });
	expect(await response.arrayBuffer()).toEqual(await direct.arrayBuffer());
	await ended;
	expect(await entries()).toEqual([
		{
			at: expect.any(Number),
			host: address.host,
			path: address.pathname,
			purpose: { kind: 'file', pack: 'Test pack', file: 'a.gguf' },
			outcome: 'done',
			requests: 1,
			bytes: 10,
			status: 206,
		},
	]);
});

test('a mirror is a way too', async () => {
	await begin();
	const { response } = await ask(new URL(address.pathname, mirror));
	expect(outcomeOf({ response })).toBe('passed');
	await response.body?.cancel();
});

describe('nothing leaves', () => {
	async function expectRefused(answer: ReturnType<typeof ask>) {
		const { response, ended } = await answer;
		await ended;
		expect(response.status).toBe(403);
		expect(outcomeOf({ response })).toBe('refused');
		expect(await sent()).toBe(0);
		return entries();
	}

	test('before the person began, and the ledger says so', async () => {
		expect(await expectRefused(ask(address))).toMatchObject([
			{ host: address.host, purpose: { kind: 'none' }, outcome: 'refused', requests: 0, bytes: 0 },
		]);
	});

	test('once the installation is cancelled', async () => {
		await begin();
		await parts.files.abandon(manifest, 'wllama');
		await expectRefused(ask(address));
	});

	test('with anything added to the address', async () => {
		await begin();
		const told = new URL(address);
		told.searchParams.set('secret', 'what the person wrote');
		const [entry] = await expectRefused(ask(told));
		expect(entry?.path).toBe(address.pathname);
	});

	const forms: [string, Partial<GateRequest>][] = [
		['a document', { mode: 'navigate', destination: 'document' }],
		['a script', { destination: 'script' }],
		['a worker', { destination: 'worker' }],
		['a picture', { destination: 'image', mode: 'no-cors' }],
		['a style sheet', { destination: 'style' }],
		['a form that is sent', { method: 'POST' }],
	];
	test.each(forms)('as %s', async (_name, change) => {
		await begin();
		await expectRefused(ask(address, change));
	});

	test('where it cannot be written down', async () => {
		await begin();
		const closed = new Gate({
			pending: parts.pending,
			permits: new Permits(`permits-${crypto.randomUUID()}`),
			hosts: async () => ({ hub: faultServer.url, mirrors: [] }),
			ledger: { add: () => Promise.reject(new Error('no disk')), settle: async () => {} },
			outside: new Outside(),
			baseUrl,
		});
		const request = new Request(throughGate(address, baseUrl));
		await expect(closed.answer(request)).rejects.toThrow('no disk');
		expect(await sent()).toBe(0);
	});
});

describe('what goes wrong outside is told apart', () => {
	beforeEach(begin);

	test('a redirect: the answer is passed on, with the host that it came from', async () => {
		await faultServer.serve(`/cdn${address.pathname}`, BYTES, 99);
		const other = new URL(`/cdn${address.pathname}`, mirror);
		await faultServer.script(address.pathname, [{ redirect: other.href }]);
		const { response, ended } = await ask(address);
		expect(response.status).toBe(206);
		expect(response.headers.get(gateHeader.finalHost)).toBe(other.host);
		await response.arrayBuffer();
		await ended;
		expect(await entries()).toMatchObject([{ host: address.host, finalHost: other.host }]);
	});

	test('a web page in place of the file keeps its type, by which it is known', async () => {
		await faultServer.script(address.pathname, [{ page: 'text/html' }]);
		const { response } = await ask(address);
		expect(response.headers.get('Content-Type')).toBe('text/html');
		expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
		await response.body?.cancel();
	});

	test('a refusal and a wish to wait are the host’s own', async () => {
		await faultServer.script(address.pathname, [
			{ status: 429, headers: { 'Retry-After': '7' } },
			{ status: 404 },
		]);
		const { response } = await ask(address);
		expect(response.status).toBe(429);
		expect(response.headers.get('Retry-After')).toBe('7');
		expect(outcomeOf({ response })).toBe('passed');
		expect((await ask(address)).response.status).toBe(404);
	});

	test('a host that lets no web app read its answers', async () => {
		await faultServer.script(address.pathname, [{ noCors: true, times: 3 }]);
		const { response } = await ask(address);
		expect(outcomeOf({ response })).toBe('unreadable');
		expect(await entries()).toMatchObject([{ outcome: 'failed', requests: 3, bytes: 0 }]);
	});

	test('a line that fails for a moment heals', async () => {
		await faultServer.script(address.pathname, [{ refuse: true }]);
		const { response } = await ask(address);
		expect(outcomeOf({ response })).toBe('passed');
		await response.body?.cancel();
	});

	test('a host that cannot be reached', async () => {
		const nobody = 'http://127.0.0.1:9/';
		const hosts = async () => ({ hub: nobody, mirrors: [] });
		const permits = new Permits(`permits-${crypto.randomUUID()}`);
		const outside = new Outside();
		gate = new Gate({ pending: parts.pending, permits, hosts, ledger, outside, baseUrl });
		const { response } = await ask(fileAddress(nobody, manifest.hub!, 'a.gguf'));
		expect(outcomeOf({ response })).toBe('unreachable');
		expect(await entries()).toMatchObject([{ host: '127.0.0.1:9', outcome: 'failed' }]);
	});

	test('a connection that breaks: the reader sees it, the ledger how far it came', async () => {
		await faultServer.script(address.pathname, [{ drop: 5, ignoreRange: true }]);
		const { response, ended } = await ask(address);
		await expect(response.arrayBuffer()).rejects.toThrow();
		await ended;
		expect(await entries()).toMatchObject([{ outcome: 'failed' }]);
	});

	test('a reader that wants no more ends the request', async () => {
		await faultServer.script(address.pathname, [{ stall: 5 }]);
		const { response, ended } = await ask(address);
		const reader = response.body!.getReader();
		await reader.read();
		await reader.cancel();
		await ended;
		expect(await entries()).toMatchObject([{ outcome: 'stopped', bytes: 5 }]);
	});
});
