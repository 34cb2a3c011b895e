import { expect, test } from 'vitest';
import { starterPack } from './catalogue/index.ts';
import { parseManifest } from './manifest.ts';

const [set] = starterPack.fileSets;
const [file] = set?.files ?? [];

const withUrl = (url: string) => ({
	...starterPack,
	fileSets: [{ ...set, files: [{ ...file, url }] }],
});

test.each(['https://hub.example/a/b.bin', 'http://127.0.0.1:8080/a.wasm', 'http://localhost/a'])(
	'a file may be fetched from %s',
	(url) => expect(parseManifest(withUrl(url)).fileSets[0]?.files[0]?.url).toBe(url),
);

test.each([
	'http://hub.example/a',
	'https://name:word@hub.example/a',
	'https://hub.example/a#b',
	'javascript:alert(1)',
	'data:,a',
	'//hub.example/a',
	'http://127.0.0.1.example/a',
])('and not from %s', (url) => {
	expect(() => parseManifest(withUrl(url))).toThrow(/files/);
});

test.each([
	[{ repository: 'someone/some-model', revision: 'a'.repeat(40) }, true],
	[{ repository: 'someone/some-model', revision: 'main' }, false],
	[{ repository: 'someone/../model', revision: 'a'.repeat(40) }, false],
	[{ repository: 'some model', revision: 'a'.repeat(40) }, false],
])('a repository on a hub is named with its commit: %o', (hub, isRight) => {
	const parse = () => parseManifest({ ...starterPack, hub });
	if (isRight) expect(parse().hub).toEqual(hub);
	else expect(parse).toThrow(/hub/);
});

test.each<[string, object, boolean]>([
	['a library among the files', { library: file?.path }, true],
	['a library that is not there', { library: 'other.wasm' }, false],
	['a library for the processor', { engine: 'wllama', library: file?.path }, false],
	['what it needs', { requires: { features: ['subgroups'], limits: { maxBufferSize: 1 } } }, true],
	['a need that is no name', { requires: { features: ['<b>'] } }, false],
	['a limit that is no number', { requires: { limits: { maxBufferSize: 'big' } } }, false],
	['a limit that is no name', { requires: { limits: { ['__proto__ x']: 1 } } }, false],
])('a file set may name %s: %o, %s', (_what, changes, isRight) => {
	const parse = () => parseManifest({ ...starterPack, fileSets: [{ ...set, ...changes }] });
	if (isRight) expect(parse().fileSets[0]).toMatchObject(changes);
	else expect(parse).toThrow(/fileSets/);
});
