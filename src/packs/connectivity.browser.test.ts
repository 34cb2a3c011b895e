import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../lib/errors.ts';
import { connectionBack, isLostConnection } from './connectivity.ts';

// With timers that only the test moves, what resolves was not resolved by time.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the browser says that it is online', async () => {
	const back = connectionBack(15_000);
	dispatchEvent(new Event('online'));
	await back;
	expect(vi.getTimerCount()).toBe(0);
});

test('it is tried again after a while in any case', async () => {
	const back = connectionBack(15_000);
	await vi.advanceTimersByTimeAsync(15_000);
	await back;
});

test('giving up ends the wait, before and during it', async () => {
	await connectionBack(15_000, { signal: AbortSignal.abort() });
	const controller = new AbortController();
	const back = connectionBack(15_000, { signal: controller.signal });
	controller.abort();
	await back;
	expect(vi.getTimerCount()).toBe(0);
});

test.each([
	['offline', 'connection', true],
	['offline', 'stalled', true],
	['offline', 'server', true],
	['offline', 'refused', false],
	['offline', 'captive-portal', false],
	['offline', 'missing', false],
	['corrupt', 'digest', false],
] as const)('%s: %s passes by itself: %s', (code, reason, expected) => {
	expect(isLostConnection(new AppError(code, '', { data: { reason } }))).toBe(expected);
});
