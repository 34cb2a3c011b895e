import { expect, it } from 'vitest';
import { poolingOf, poolTokens } from './pooling.ts';

const tokens = Float32Array.of(3, 0, 0, 4, 0, 0);

it('pools as the pack says, to length 1', () => {
	expect([...poolTokens(tokens, 2, 'mean')]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
	expect([...poolTokens(tokens, 2, 'first')]).toEqual([1, 0]);
	expect([...poolTokens(tokens, 2, 'last')]).toEqual([0, 0]);
});

it('reads Sentence Transformers’ description of it', () => {
	expect(poolingOf({ pooling_mode_cls_token: true })).toBe('first');
	expect(poolingOf({ pooling_mode_lasttoken: true })).toBe('last');
	expect(poolingOf({ pooling_mode_cls_token: false })).toBe('mean');
	expect(poolingOf(undefined)).toBe('mean');
});
