import { expect, test } from 'vitest';
import { withFiles } from './attached/message-files.ts';
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

test('files are no words; alone, the first one gives its name', () => {
	const files = [{ name: 'notes.txt', text: 'milk' }];
	expect(titleFrom(withFiles({ words: 'What is missing?', files }))).toBe('What is missing?');
	expect(titleFrom(withFiles({ words: '', files }))).toBe('notes.txt');
});
