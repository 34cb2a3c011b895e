import { expect, it } from 'vitest';
import { threadsFor } from './threads.ts';

it.each([
	[1, 1],
	[2, 1],
	[4, 3],
	[5, 3],
	[8, 4],
	[12, 6],
	[64, 8],
])('%d processors compute with %d threads', (processors, threads) => {
	expect(threadsFor(processors)).toBe(threads);
});
