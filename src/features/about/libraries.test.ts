import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { libraries } from './libraries.ts';

const read = (path: string) =>
	JSON.parse(readFileSync(new URL(`../../../${path}/package.json`, import.meta.url), 'utf8'));
const packageOf = (name: string) => (name === 'workbox' ? 'workbox-precaching' : name);

test('names every dependency', () => {
	const expected = Object.keys(read('.').dependencies).map((name) =>
		name.startsWith('workbox-') ? 'workbox' : name,
	);
	const named = libraries.map(({ name }) => name);
	expect(new Set(named)).toEqual(new Set([...expected, 'svelte']));
});

test.each(libraries)('$name is under $licence', ({ name, licence }) => {
	expect(read(`node_modules/${packageOf(name)}`).license).toBe(licence);
});
