import { expect, test, vi } from 'vitest';
import { beyondGate } from '../../lib/through-gate.ts';
import type { PackFile, PackManifest } from '../manifest.ts';
import { sourcesOf } from './sources-of.ts';

const revision = 'a'.repeat(40);
const hub = { repository: 'owner/model', revision };
const file: PackFile = { path: 'weights/shard_0.bin', bytes: 1, sha256: 'b'.repeat(64) };
const hosts = { hub: 'https://hub.test/', mirrors: ['https://one.test/hf/', 'https://two.test/'] };

const place = (manifest: Partial<PackManifest>) => ({
	manifest: { id: 'pack', ...manifest } as PackManifest,
	baseUrl: 'https://quern.test/app/',
	hosts,
});

const named = (manifest: Partial<PackManifest>, of = file) =>
	sourcesOf(place(manifest), of).map(({ kind, id }) => `${kind} ${id}`);

test('a pack that names no other place is at home with the app', () => {
	expect(named({})).toEqual(['origin quern.test']);
});

test('a pack of a hub is on the hub, then on the mirrors', () => {
	expect(named({ hub })).toEqual(['hub hub.test', 'mirror one.test', 'mirror two.test']);
});

test('a file with an address of its own is there first', () => {
	const elsewhere = { ...file, url: 'https://files.test/x.wasm' };
	expect(named({ hub }, elsewhere)).toEqual([
		'hub files.test',
		'hub hub.test',
		'mirror one.test',
		'mirror two.test',
	]);
	expect(named({}, elsewhere)).toEqual(['hub files.test']);
});

test('other hosts are asked through the gate only', async () => {
	const asked: string[] = [];
	const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
		asked.push(String(address));
		return new Response();
	});
	const { signal } = new AbortController();
	for (const source of [...sourcesOf(place({ hub }), file), ...sourcesOf(place({}), file)]) {
		await source.request({ first: 0, end: 1 }, signal);
	}
	fetched.mockRestore();
	const path = `owner/model/resolve/${revision}/weights/shard_0.bin`;
	const beyond = asked.map((address) => beyondGate(new URL(address), 'https://quern.test/app/'));
	expect(beyond.map(String)).toEqual([
		`https://hub.test/${path}`,
		`https://one.test/hf/${path}`,
		`https://two.test/${path}`,
		'undefined',
	]);
	expect(asked.at(-1)).toBe('https://quern.test/app/packs/pack/weights/shard_0.bin');
});
