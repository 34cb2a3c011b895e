import { expect, test } from 'vitest';
import { titleFrom } from './title.ts';

test('takes the first line, with its spaces closed up', () => {
	expect(titleFrom('  Hello \t world\nmore')).toBe('Hello world');
});

test('cuts a long line before the word that does not fit', () => {
	const title = titleFrom('word '.repeat(30));
	expect(title).toMatch(/^(word )*word…$/);
	expect(title.length).toBeLessThanOrEqual(61);
});

test('cuts a word that fills the line', () => {
	expect(titleFrom('x'.repeat(200))).toMatch(/^x{59}…$/);
});

test('does not cut Chinese in the middle of a word', () => {
	const title = titleFrom('中华人民共和国'.repeat(20));
	expect(title.endsWith('…')).toBe(true);
	expect('中华人民共和国'.repeat(20).startsWith(title.slice(0, -1))).toBe(true);
});
