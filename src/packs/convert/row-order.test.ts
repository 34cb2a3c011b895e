import { expect, it } from 'vitest';
import { inOrder, interleavedToHalves } from './row-order.ts';

it('places rows unchanged', () => {
	expect([...inOrder(3, 5)]).toEqual([5, 6, 7]);
});

it('takes the pairs of each head apart into halves', () => {
	expect([...interleavedToHalves(8, 4, 100)]).toEqual([100, 102, 101, 103, 104, 106, 105, 107]);
});
