import { expect, it } from 'vitest';
import { TextStream } from './text-stream.ts';

/** A tokenizer of bytes, as byte-level vocabularies have for what is in no word. */
const decodeBytes = (tokens: readonly number[]) =>
	new TextDecoder().decode(Uint8Array.from(tokens));

/** What each token of the text gives out. */
function pieces(text: string): string[] {
	const stream = new TextStream(decodeBytes);
	const tokens = [...new TextEncoder().encode(text)];
	return [...tokens.map((token) => stream.push(token)), stream.end()];
}

it('gives out each token’s text at once', () => {
	expect(pieces('cat')).toEqual(['c', 'a', 't', '']);
});

it('waits for the rest of a character', () => {
	expect(pieces('پ،')).toEqual(['', 'پ', '', '،', '']);
	expect(pieces('磨')).toEqual(['', '', '磨', '']);
});

it.each(['The mill.', 'آسیابِ دستی در خانه', '家里的磨坊', 'family: 👩‍👩‍👧'])(
	'loses nothing of “%s”',
	(text) => {
		expect(pieces(text).join('')).toBe(text);
	},
);

it('gives out at the end what never became a character', () => {
	const stream = new TextStream(decodeBytes);
	expect(stream.push(0xd9)).toBe('');
	expect(stream.end()).toBe('\ufffd');
});

it('lets a token read by the one before it', () => {
	// As SentencePiece does: a leading space belongs to the word, but not at the beginning.
	const words = [' hand', ' mill', ' grinds'];
	const decode = (tokens: readonly number[]) =>
		tokens
			.map((i) => words[i])
			.join('')
			.trimStart();
	const stream = new TextStream(decode);
	expect([0, 1, 2].map((token) => stream.push(token))).toEqual(['hand', ' mill', ' grinds']);
});
