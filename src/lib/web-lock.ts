import { AppError } from './errors.ts';
import type { CallOptions } from './call-options.ts';

/**
 * Holds the origin-wide lock `name` until the returned function is called, or until this tab or worker
 * ends in whatever way. Waits while another holds it; throws `aborted` if `signal` ends the wait.
 */
export function holdLock(name: string, o: CallOptions = {}): Promise<() => void> {
	const options: LockOptions = o.signal ? { signal: o.signal } : {};
	return request(name, options) as Promise<() => void>;
}

/** Like `holdLock` without waiting: undefined where another holds it. */
export function tryLock(name: string): Promise<(() => void) | undefined> {
	return request(name, { ifAvailable: true });
}

/** Runs `body` while holding the lock. */
export async function withLock<T>(name: string, body: () => Promise<T>): Promise<T> {
	const release = await holdLock(name);
	try {
		return await body();
	} finally {
		release();
	}
}

/** Names of all locks that are held in any tab or worker of this origin. */
export async function heldLocks(): Promise<ReadonlySet<string>> {
	const { held = [] } = await navigator.locks.query();
	return new Set(held.map((lock) => lock.name ?? ''));
}

function request(name: string, options: LockOptions): Promise<(() => void) | undefined> {
	return new Promise((resolve, reject) => {
		navigator.locks
			.request(name, options, (lock) => {
				if (!lock) return resolve(undefined);
				return new Promise<void>((release) => resolve(release));
			})
			.catch((error: unknown) => reject(lockError(name, error, options.signal)));
	});
}

function lockError(name: string, cause: unknown, signal: AbortSignal | undefined): unknown {
	return signal?.aborted
		? new AppError('aborted', `gave up waiting for ${name}`, { cause })
		: cause;
}
