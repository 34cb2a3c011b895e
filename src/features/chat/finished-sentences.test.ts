import { expect, test } from 'vitest';
import { lengthOfFinishedSentences } from './finished-sentences.ts';

test.each([
	['', 0],
	['No end yet', 0],
	['One. Tw', 'One. '.length],
	['سلام. حال', 'سلام. '.length],
	['你好。今天', '你好。'.length],
])('in %j the finished part has length %d', (text, length) => {
	expect(lengthOfFinishedSentences(text)).toBe(length);
});

test('a sentence that ends the text is not finished: an abbreviation may go on', () => {
	expect(lengthOfFinishedSentences('It costs 3.')).toBe(0);
});
