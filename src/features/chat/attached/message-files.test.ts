import { expect, test } from 'vitest';
import { partsOf, withFiles } from './message-files.ts';

const notes = { name: 'notes.txt', text: 'milk\nbread' };

test('a model reads the words, then each file under its name', () => {
	expect(withFiles({ words: 'What is missing?', files: [notes] })).toBe(
		'What is missing?\n\n```text name="notes.txt"\nmilk\nbread\n```',
	);
});

test.each([
	['words only', 'Hello\n', []],
	['a file only', '', [notes]],
	['several', 'Compare\n\n', [notes, { name: 'یادداشت.md', text: 'سلام' }]],
	['a file with fences', 'x', [{ name: 'a.md', text: '```js\n1\n```\n````' }, notes]],
	[
		'a file of the same form',
		'x',
		[{ name: 'a.md', text: withFiles({ words: '', files: [notes] }) }],
	],
	['an empty file', 'x', [{ name: 'empty', text: '' }]],
	['lines at both ends', ' x', [{ name: 'a', text: '\n\na\n\n' }]],
])('what was put together is taken apart: %s', (_name, words, files) => {
	expect(partsOf(withFiles({ words, files }))).toEqual({ words, files });
});

test('a name cannot leave its quotes or its line', () => {
	const message = withFiles({ words: '', files: [{ name: 'a"\n```\u202eb', text: 'x' }] });
	expect(message.split('\n')).toHaveLength(3);
	expect(partsOf(message).files).toHaveLength(1);
});
