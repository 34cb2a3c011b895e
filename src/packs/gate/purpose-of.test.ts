import { describe, expect, test } from 'vitest';
import { starterPack } from '../catalogue/index.ts';
import { commitAddress, fileAddress, treeAddress } from '../hub/hub-address.ts';
import type { PackManifest } from '../manifest.ts';
import { purposeOf, type Wishes } from './purpose-of.ts';

const hub = { repository: 'people/ada-1B', revision: 'a'.repeat(40) };
const bases = ['https://hub.example/', 'https://mirror.example/copy/'];
const [set] = starterPack.fileSets;
const manifest: PackManifest = {
	...starterPack,
	name: 'Ada',
	hub,
	fileSets: [
		{
			...set!,
			files: [
				{ path: 'shards/a.bin', bytes: 1, sha256: 'b'.repeat(64) },
				{
					path: 'a.wasm',
					url: 'https://code.example/libs/a.wasm',
					bytes: 1,
					sha256: 'c'.repeat(64),
				},
			],
		},
	],
};
const nothing: Wishes = {
	pending: [],
	permits: [],
	hosts: { hub: bases[0]!, mirrors: [bases[1]!] },
};
const installing: Wishes = {
	...nothing,
	pending: [{ manifest, engine: set!.engine, startedAt: 0 }],
};
const looking: Wishes = {
	...nothing,
	permits: [{ repository: hub.repository, library: 'https://code.example/libs/a.wasm', until: 0 }],
};
const purpose = (address: string | URL, wishes: Wishes) => purposeOf(new URL(address), wishes);

describe('an installation lets out', () => {
	test.each(bases)('its files, on %s', (base) => {
		const address = fileAddress(base, hub, 'shards/a.bin');
		expect(purpose(address, installing)).toEqual({
			kind: 'file',
			pack: 'Ada',
			file: 'shards/a.bin',
		});
		expect(purpose(address, nothing)).toBeUndefined();
	});

	test('a file at an address of its own', () => {
		const address = 'https://code.example/libs/a.wasm';
		expect(purpose(address, installing)).toMatchObject({ kind: 'file', file: 'a.wasm' });
		expect(purpose(address, nothing)).toBeUndefined();
	});

	const file = fileAddress(bases[0]!, hub, 'shards/a.bin').href;
	test.each([
		`${file}?download=true`,
		`${file}#x`,
		file.replace('a.bin', 'b.bin'),
		file.replace('people', 'others'),
		file.replace('a'.repeat(40), 'b'.repeat(40)),
		file.replace('a'.repeat(40), 'main'),
		file.replace('https:', 'http:'),
		file.replace('hub.example', 'hub.example:8443'),
		file.replace('hub.example', 'hub.example.org'),
		file.replace('https://', 'https://name:word@'),
		file.replace('shards', 'shards%2F..%2F..'),
		'https://code.example/libs/b.wasm',
		'https://elsewhere.example/',
		treeAddress(bases[0]!, hub).href,
	])('and not %s', (address) => expect(purpose(address, installing)).toBeUndefined());

	test('nothing, where the pack comes out of a file', () => {
		const [pending] = installing.pending;
		const importing = { ...nothing, pending: [{ ...pending!, fromFile: true as const }] };
		expect(purpose(file, importing)).toBeUndefined();
	});
});

describe('a permit lets out', () => {
	const [base] = bases as [string];
	const allowed = bases.flatMap((at) => [
		commitAddress(at, hub.repository, 'main').href,
		commitAddress(at, hub.repository, 'refs/pr/1').href,
		treeAddress(at, hub).href,
		treeAddress(at, hub, 'ZXlK+/==&x').href,
		fileAddress(at, hub, 'config.json').href,
	]);
	test.each([...allowed, 'https://code.example/libs/a.wasm'])('%s', (address) => {
		expect(purpose(address, looking)).toEqual({
			kind: 'repository',
			repository: hub.repository,
		});
		expect(purpose(address, nothing)).toBeUndefined();
	});

	test.each([
		`${commitAddress(base, hub.repository, 'main').href}?token=1`,
		`${treeAddress(base, hub).href}&expand=true`,
		treeAddress(base, { ...hub, revision: 'main' }).href,
		commitAddress(base, 'people/other', 'main').href,
		treeAddress(base, { ...hub, repository: 'people/other' }).href,
		fileAddress(base, { ...hub, repository: 'people/other' }, 'config.json').href,
		fileAddress(base, { ...hub, revision: 'main' }, 'config.json').href,
		fileAddress(base, hub, '../../../other/secrets').href,
		`${fileAddress(base, hub, 'config.json').href}?a=b`,
		`${base}api/whoami-v2`,
		`${base}api/models/${hub.repository}`,
		base,
		'https://code.example/libs/',
	])('and not %s', (address) => expect(purpose(address, looking)).toBeUndefined());
});
