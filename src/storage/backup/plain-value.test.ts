import { expect, test } from 'vitest';
import { fromPlain, partsOf, toPlain } from './plain-value.ts';

test('what a record may hold comes back from JSON', async () => {
	const blob = new Blob(['picture'], { type: 'image/png' });
	const value = {
		text: 'سلام',
		nothing: null,
		many: [1, 2.5, [true, { deep: '中文' }]],
		endless: Infinity,
		moment: new Date(1_795_000_000_000),
		$quern: 'a key of our own',
		picture: blob,
		bytes: new Uint8Array([1, 2, 3]),
	};
	const parts: Blob[] = [];
	const plain: unknown = JSON.parse(JSON.stringify(toPlain(value, parts)));
	expect(partsOf(plain).map(({ kind, bytes }) => [kind, bytes])).toEqual([
		['blob', 7],
		['uint8', 3],
	]);
	expect(fromPlain(plain, [blob, value.bytes])).toEqual(value);
	expect(await parts[1]?.bytes()).toEqual(value.bytes);
});

test('what JSON cannot hold stops the backup', () => {
	for (const value of [new Map(), new Set(), 10n, () => 0, Symbol('x')]) {
		expect(() => toPlain({ value }, [])).toThrow(TypeError);
	}
});

test('hostile values are refused, and a prototype is no field', () => {
	const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
	const refused = [deep, { $quern: 'code' }, { $quern: 'blob', bytes: -1 }, { $quern: 'blob' }];
	for (const value of refused) expect(() => partsOf(value)).toThrow('damaged');
	const polluted = JSON.parse('{"__proto__":{"isAdmin":true},"a":1}') as unknown;
	const read = fromPlain(polluted, []) as object;
	expect(read).toEqual({ a: 1 });
	expect('isAdmin' in read).toBe(false);
});
