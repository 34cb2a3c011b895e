import { expect, test } from 'vitest';
import { splitJsonArray } from './split-array.ts';

const limits = { maxBytes: 1000, maxDepth: 10 };

async function* pieces(text: string, size: number) {
	const bytes = new TextEncoder().encode(text);
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: string, size = 7): Promise<unknown[]> {
	const all: unknown[] = [];
	for await (const element of splitJsonArray(pieces(text, size), limits)) all.push(element);
	return all;
}

test.each([1, 2, 3, 5, 1000])(
	'the elements are the same, read %i bytes at a time',
	async (size) => {
		const value = [{ a: 'سلام ] } " \\ "', b: [1, [2]] }, {}, [], { 'x"': '中文' }];
		expect(await split(JSON.stringify(value), size)).toEqual(value);
		expect(await split(`\ufeff ${JSON.stringify(value, null, 2)}\n`, size)).toEqual(value);
		expect(await split(JSON.stringify(value[0]), size)).toEqual([value[0]]);
		expect(await split('[]', size)).toEqual([]);
	},
);

test('what is no array of objects, ends early, or goes beyond the limits is refused', async () => {
	const wrong = [
		'',
		' ',
		'x',
		'7',
		'"a"',
		'[',
		'[{}',
		'[{},',
		'[1]',
		'["a"]',
		'[{} {}]',
		'[{}]x',
		'{}{}',
		'[{]}]',
		'[,{}]',
		'[{"a":}]',
		'{"a"',
		`[{"a":"${'x'.repeat(2000)}"}]`,
		`[${'['.repeat(100)}${']'.repeat(100)}]`,
		'['.repeat(100_000),
	];
	for (const text of wrong) {
		await expect(split(text), text.slice(0, 20)).rejects.toMatchObject({ code: 'invalid-input' });
	}
});
