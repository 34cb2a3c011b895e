import { expect, it } from 'vitest';
import { agree } from './agreement.ts';

it('takes vectors of like direction for the same, whatever was rounded', () => {
	expect(agree([0.6, 0.8], [0.61, 0.79])).toBe(true);
	expect(agree([0.6, 0.8], [0.8, -0.6])).toBe(false);
});

it('takes only equal tokens for the same', () => {
	expect(agree([504, 3575], [504, 3575])).toBe(true);
	expect(agree([504, 3575], [504, 3576])).toBe(false);
});

it('does not take what is no number, or is missing, for anything', () => {
	expect(agree([0.6, 0.8], [NaN, NaN])).toBe(false);
	expect(agree([0.6, 0.8], [0.6])).toBe(false);
});
