import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';
import { mark, snippet } from './snippet.ts';

const shown = (typed: string, text: string) =>
	snippet(text, parseQuery(typed).terms)
		.map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
		.join('');

test('what was found is marked as it was written', () => {
	expect(shown('eau fraiche', 'De l’Eau fraîche.')).toBe('De l’[Eau] [fraîche].');
	expect(shown('کتاب', 'آن كِتاب‌ها')).toBe('آن [كِتاب‌]ها');
	expect(shown('strasse', 'Die Straße')).toBe('Die [Straße]');
	expect(shown('智能', '人工智能')).toBe('人工[智能]');
	expect(shown('a', '<b>a</b>')).toBe('<b>[a]</b>');
});

test('a long text is shown around the first place', () => {
	const long = `${'é word '.repeat(3000)}Straße here ${'more '.repeat(100)}`;
	const text = shown('strasse', long);
	expect(text).toMatch(/^…(é|word) .*\[Straße\] here more .*…$/);
	expect(text.length).toBeLessThan(220);
});

test('no letter of two code units is cut', () => {
	const long = `${'𝒜𝓑'.repeat(2000)} mill ${'𝒜'.repeat(300)}`;
	for (const typed of ['mill']) {
		const text = shown(typed, long);
		expect(text).toContain('[mill]');
		expect(text.isWellFormed()).toBe(true);
	}
});

test('marks that overlap are one', () => {
	expect(mark('mills', parseQuery('mi mill').terms)).toEqual([
		{ text: 'mill', isMatch: true },
		{ text: 's', isMatch: false },
	]);
});
