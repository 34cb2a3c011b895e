import { describe, expect, it } from 'vitest';
import { StopWords } from './stop-words.ts';

/** What is shown of a text that comes in these pieces. */
function shown(words: string[], ...pieces: string[]): string {
	const stop = new StopWords(words);
	return pieces.map((piece) => stop.push(piece)).join('') + stop.end();
}

describe('StopWords', () => {
	it('ends the text before the word, whatever comes after it', () => {
		expect(shown(['END'], 'one END two', ' three')).toBe('one ');
	});

	it('finds a word that is split over pieces, and shows no part of it', () => {
		expect(shown(['END'], 'one E', 'N', 'D two')).toBe('one ');
	});

	it('goes by the word that comes first, whichever was named first', () => {
		expect(shown(['two', 'one'], 'a one two')).toBe('a ');
	});

	it('shows what only began like the word', () => {
		expect(shown(['END'], 'EN', 'EMY', ' E')).toBe('ENEMY E');
	});

	it('holds back no more than may be needed', () => {
		const stop = new StopWords(['\n\nUser:']);
		expect(stop.push('Well.\n\nUs')).toBe('Well.');
		expect(stop.push('age')).toBe('\n\nUsage');
		expect(stop.isReached).toBe(false);
	});

	it('without words, or with an empty one, shows everything at once', () => {
		expect(new StopWords().push('all')).toBe('all');
		expect(new StopWords(['']).push('all')).toBe('all');
	});
});
