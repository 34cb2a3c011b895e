import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = dirname(fileURLToPath(import.meta.url));

/** Which layers each layer may import besides itself (DESIGN.md, "Layout"). */
const arrows: Record<string, string[]> = {
	sw: ['packs', 'storage', 'lib'],
	app: ['features', 'tools', 'engines', 'packs', 'formats', 'storage', 'ui', 'i18n', 'lib'],
	features: ['tools', 'engines', 'packs', 'formats', 'storage', 'ui', 'i18n', 'lib'],
	packs: ['storage', 'formats', 'lib'],
	engines: ['packs', 'storage', 'lib'],
	tools: ['formats', 'lib'],
	ui: ['i18n', 'lib'],
	i18n: ['lib'],
	formats: ['lib'],
	storage: ['lib'],

	lib: [],
};

/** The one folder that may import a vendor package; those not named here may be imported anywhere. */
const homes: Record<string, string> = {
	'@mlc-ai/web-llm': 'engines/web-llm',
	'@wllama/wllama': 'engines/wllama',
	'@huggingface/transformers': 'engines/transformers',
	'onnxruntime-web': 'engines/transformers',
	'idb-keyval': 'storage',
	idb: 'storage',
	'hash-wasm': 'lib',
	marked: 'ui/markdown',
	'highlight.js': 'ui/markdown/code',
	katex: 'ui/markdown/maths',
	'client-zip': 'formats/zip',
	'@huggingface/jinja': 'packs/template',
	qr: 'formats/qr',
};

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(ts|svelte)$/.test(path))
	.map((path) => path.split(sep).join('/'));

const isTest = (path: string) => /\.test\.ts$|\/testing\//.test(path);
const layerOf = (path: string) => path.split('/')[0] ?? '';

/** Every module that a file names: imports, re-exports, dynamic imports, worker URLs. */
function importsOf(path: string): string[] {
	const code = readFileSync(join(src, path), 'utf8');
	const patterns = [
		/\b(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g,
		/\bimport\s*\(\s*['"]([^'"]+)['"]/g,
		/\bimport\s+['"]([^'"]+)['"]/g,
		/new URL\(\s*['"]([^'"]+\.ts)['"]\s*,\s*import\.meta\.url/g,
	];
	return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const relativeTarget = (path: string, specifier: string) =>
	relative(src, resolve(src, dirname(path), specifier.replace(/\?.*$/, '')))
		.split(sep)
		.join('/');

describe('imports point down', () => {
	test('every layer is known', () => {
		const layers = new Set(sources.filter((path) => path.includes('/')).map(layerOf));
		expect([...layers].filter((layer) => !(layer in arrows))).toEqual([]);
		expect(layers.size).toBeGreaterThan(5);
	});

	test.each(Object.keys(arrows))('%s', (layer) => {
		const wrong = sources
			.filter((path) => layerOf(path) === layer && path.includes('/'))
			.flatMap((path) =>
				importsOf(path)
					.filter((specifier) => specifier.startsWith('.'))
					.map((specifier) => relativeTarget(path, specifier))
					.filter((target) => !target.startsWith('..'))
					.filter(
						(target) => layerOf(target) !== layer && !arrows[layer]?.includes(layerOf(target)),
					)
					.map((target) => `${path} → ${target}`),
			);
		expect(wrong).toEqual([]);
	});

	test('a feature never imports another feature', () => {
		const featureOf = (path: string) => path.split('/')[1];
		const wrong = sources
			.filter((path) => /^features\/[^/]+\//.test(path))
			.flatMap((path) =>
				importsOf(path)
					.filter((specifier) => specifier.startsWith('.'))
					.map((specifier) => relativeTarget(path, specifier))
					.filter(
						(target) => /^features\/[^/]+\//.test(target) && featureOf(target) !== featureOf(path),
					)
					.map((target) => `${path} → ${target}`),
			);
		expect(wrong).toEqual([]);
	});

	test('a vendor package has one home', () => {
		const wrong = sources.flatMap((path) =>
			importsOf(path).flatMap((specifier) =>
				Object.entries(homes)
					.filter(([name]) => specifier === name || specifier.startsWith(`${name}/`))
					.filter(([, home]) => !path.startsWith(`${home}/`))
					.map(() => `${path} → ${specifier}`),
			),
		);
		expect(wrong).toEqual([]);
	});
});

test('no source file outgrows 400 lines', () => {
	const long = sources
		.filter((path) => !path.includes('/locales/') && !isTest(path))
		.map((path) => ({ path, lines: readFileSync(join(src, path), 'utf8').split('\n').length }))
		.filter(({ lines }) => lines > 400);
	expect(long).toEqual([]);
});
