import { expect, test } from 'vitest';
import { mergeRecords } from './merge-records.ts';

const entry = (value: object) => ({ key: 'a', value: { id: 'a', ...value } });
const merge = (kind: 'newest' | 'both' | 'absent', here: object, there: object) =>
	mergeRecords(kind, entry(here), entry(there));

test('equal records are the same, in whatever order their fields came', () => {
	expect(merge('newest', { a: 1, b: 2 }, { b: 2, a: 1 }).outcome).toBe('same');
});

test('of two conversations the one changed last holds', () => {
	const [older, newer] = [
		{ title: 'A', updatedAt: 1 },
		{ title: 'B', updatedAt: 2 },
	];
	expect(merge('newest', newer, older).outcome).toBe('kept');
	expect(merge('newest', older, newer)).toMatchObject({ outcome: 'changed', value: newer });
});

test('where nothing says which is newer, both are kept, and restoring again adds no third', () => {
	const [one, two] = [{ text: 'A' }, { text: 'B' }];
	const first = merge('newest', one, two);
	expect(first).toMatchObject({ outcome: 'copied', entry: { value: { text: 'B' } } });
	expect(merge('newest', one, two)).toEqual(first);
	expect(merge('newest', one, { text: 'C' })).not.toEqual(first);
});

test('of an answer that was written on, the longer text holds; different texts are both kept', () => {
	const [half, whole] = [{ content: 'Paris is' }, { content: 'Paris is large.' }];
	expect(merge('both', half, whole)).toMatchObject({ outcome: 'changed', value: whole });
	expect(merge('both', whole, half).outcome).toBe('kept');
	expect(merge('both', whole, { content: 'Lyon' })).toMatchObject({
		outcome: 'copied',
		entry: { value: { content: 'Lyon' } },
	});
});

test('what has no id of its own stays as it is here', () => {
	const [here, there] = [
		{ key: 'new', value: { text: 'A' } },
		{ key: 'new', value: { text: 'B' } },
	];
	expect(mergeRecords('newest', here, there).outcome).toBe('kept');
});
