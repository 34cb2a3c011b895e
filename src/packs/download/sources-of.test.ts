import { expect, test } from 'vitest';
import type { PackFile, PackManifest } from '../manifest.ts';
import { sourcesOf } from './sources-of.ts';

const revision = 'a'.repeat(40);
const hub = { repository: 'owner/model', revision };
const file: PackFile = { path: 'weights/shard_0.bin', bytes: 1, sha256: 'b'.repeat(64) };
const hosts = { hub: 'https://hub.test', mirrors: ['https://one.test/hf/', 'https://two.test'] };

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
