import * as v from 'valibot';
import { expect, test } from 'vitest';
import { decodeAll, defineRecord } from './record.ts';

const note = defineRecord({
	schema: v.object({ id: v.string(), words: v.array(v.string()) }),
	migrations: [
		({ text, ...rest }) => ({ ...rest, body: text }),
		({ body, ...rest }) => ({ ...rest, words: (body as string).split(' ') }),
	],
});

test('what is encoded is decoded', () => {
	const value = { id: 'a', words: ['x'] };
	expect(note.decode(note.encode(value))).toEqual(value);
});

test('an older record runs through the migrations that are due, in order', () => {
	const expected = { id: 'a', words: ['to', 'mill'] };
	expect(note.decode({ id: 'a', text: 'to mill' })).toEqual(expected);
	expect(note.decode({ recordVersion: 2, id: 'a', body: 'to mill' })).toEqual(expected);
	expect(note.decode({ recordVersion: 3, ...expected })).toEqual(expected);
});

test.each([
	['no record', undefined],
	['null', null],
	['a text', 'note'],
	['a missing field', { recordVersion: 3, id: 'a' }],
	['a field of another type', { recordVersion: 3, id: 'a', words: 'to mill' }],
	['a record that breaks its migration', { recordVersion: 2, id: 'a', body: 7 }],
	['a record from a newer Quern', { recordVersion: 4, id: 'a', words: [] }],
	['a version that is no version', { recordVersion: 1.5, id: 'a', words: [] }],
	['version 0', { recordVersion: 0, id: 'a', words: [] }],
])('%s is unreadable, and throws nothing', (_name, stored) => {
	expect(note.decode(stored)).toBeUndefined();
});

test('one corrupt record hides no other, and is counted', () => {
	const stored = [{ id: 'a', text: 'one' }, { id: 'b' }, null, { id: 'c', text: 'two' }];
	expect(decodeAll(note, stored)).toEqual({
		items: [
			{ id: 'a', words: ['one'] },
			{ id: 'c', words: ['two'] },
		],
		unreadable: 2,
	});
});
