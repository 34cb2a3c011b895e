import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { libraries } from './libraries.ts';

const read = (path: string) =>
	JSON.parse(readFileSync(new URL(`../../../${path}/package.json`, import.meta.url), 'utf8'));
const names = libraries.map(({ name }) => name);

test('names every dependency; of Workbox, which has one licence, one part', () => {
	const dependencies = Object.keys(read('.').dependencies);
	const isNamed = (name: string) => names.includes(name) || name.startsWith('workbox-');
	expect(dependencies.filter((name) => !isNamed(name))).toEqual([]);
});

test.each(libraries)('$name is under $licence', ({ name, licence }) => {
	expect(read(`node_modules/${name}`).license).toBe(licence);
});
