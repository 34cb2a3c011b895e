import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '../i18n/locales/en.ts';
import { features } from './features.ts';

test('every folder of features/ is in the registry', () => {
	const folders = readdirSync(new URL('../features/', import.meta.url), { withFileTypes: true });
	expect(features).toHaveLength(folders.filter((entry) => entry.isDirectory()).length);
});

test('ids are unique and fit into an address', () => {
	const ids = features.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.filter((id) => !/^[a-z][a-z-]*$/.test(id))).toEqual([]);
});

test('places are distinct, in order, and few enough for a phone', () => {
	const orders = features.map(({ order }) => order);
	expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
	const listed = features.filter(({ isListed }) => isListed !== false);
	expect(listed.length).toBeLessThanOrEqual(5);
	expect(listed.length).toBeGreaterThanOrEqual(4);
});

test.each(features)('$id is complete', ({ title, icon, load }) => {
	expect(title(en)).not.toBe('');
	expect(icon).toBeTypeOf('function');
	expect(load).toBeTypeOf('function');
});
