import { expect, test } from 'vitest';
import { StallGuard } from './stall-guard.ts';

const never = new Promise<never>(() => {});

test('gives up waiting for what never settles and knows no signal', async () => {
	const guard = new StallGuard(10, undefined);
	await expect(guard.watch(never)).rejects.toMatchObject({
		error: { code: 'offline', data: { reason: 'stalled' } },
	});
	expect(guard.signal.aborted).toBe(true);
});

test('a caller that gives up is heard in the middle of it', async () => {
	const controller = new AbortController();
	const waiting = new StallGuard(600_000, controller.signal).watch(never);
	controller.abort();
	await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
});

test('passes on what comes in time', async () => {
	const guard = new StallGuard(600_000, undefined);
	await expect(guard.watch(Promise.resolve(1))).resolves.toBe(1);
	await expect(guard.watch(Promise.reject(new Error('reset')))).rejects.toMatchObject({
		error: { code: 'offline', data: { reason: 'connection' } },
	});
	guard.dispose();
});
