import type { Turn } from './pages/subject.ts';

/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Combines what was measured in the same round, so that a slow minute of the machine cancels. */
export function paired(
	a: readonly number[],
	b: readonly number[],
	combine: (a: number, b: number) => number,
): number[] {
	return a.slice(0, b.length).map((value, round) => combine(value, b[round]!));
}

export const quotient = (a: number, b: number): number => a / b;
export const difference = (a: number, b: number): number => a - b;

/** Tokens after the first, per second after the first. */
export function decodePerSecond({ completionTokens, totalMs, firstTokenMs }: Turn): number {
	return ((completionTokens - 1) * 1000) / (totalMs - firstTokenMs);
}
