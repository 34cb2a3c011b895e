import { expect, test } from 'vitest';
import { parseRetryAfter, pauseAfter } from './backoff.ts';

const longest = () => 1;
const shortest = () => 0;

test('pauses double with each failure, up to a minute, with full jitter', () => {
	const pauses = [1, 2, 3, 4, 20].map((failures) => pauseAfter(failures, 500, 0, longest));
	expect(pauses).toEqual([500, 1000, 2000, 4000, 60_000]);
	expect(pauseAfter(3, 500, 0, shortest)).toBe(0);
	expect(pauseAfter(3, 500, 0, () => 0.5)).toBe(1000);
});

test('a server may ask for a longer pause, but not for more than a minute', () => {
	expect(pauseAfter(1, 500, 7000, longest)).toBe(7000);
	expect(pauseAfter(1, 500, 3_600_000, shortest)).toBe(60_000);
});

test.each([
	['120', 120_000],
	['0', 0],
	['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
	['Sun, 22 Nov 2026 09:00:00 GMT', 0],
	['soon', undefined],
	['', undefined],
	[null, undefined],
])('Retry-After %s asks for %s ms', (header, expected) => {
	expect(parseRetryAfter(header, Date.parse('2026-11-22T10:00:00Z'))).toBe(expected);
});

test('a date is ten years away where the clock is wrong: the wait is as long as any', () => {
	const date = 'Sun, 22 Nov 2026 10:00:30 GMT';
	const late = parseRetryAfter(date, Date.parse('2016-11-22T10:00:00Z'));
	expect(pauseAfter(1, 500, late, shortest)).toBe(60_000);
	expect(parseRetryAfter(date, Date.parse('2036-11-22T10:00:00Z'))).toBe(0);
});
