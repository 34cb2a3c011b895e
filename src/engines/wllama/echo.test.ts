import { expect, test } from 'vitest';
import { Echo } from './echo.ts';

const heard = (beginning: string, pieces: string[]) => {
	const echo = new Echo(beginning);
	return pieces.map((piece) => echo.strip(piece)).join('|');
};

test('the beginning is taken away once, whole or in pieces', () => {
	expect(heard('The sea', ['The sea is'])).toBe(' is');
	expect(heard('The sea', ['The', ' sea', ' is', ' The sea'])).toBe('|| is| The sea');
});

test('what is no echo stays', () => {
	expect(heard('The sea', ['The', ' lake', '.'])).toBe('|The lake|.');
	expect(heard('', ['The', ' sea'])).toBe('The| sea');
});
