import { AppError } from './errors.ts';
import type { CallOptions } from './call-options.ts';

/**
 * Holds the origin-wide lock `name` until the returned function is called, or until this tab or worker
 * ends in whatever way. Waits while another holds it; throws `aborted` if `signal` ends the wait, and `internal`
 * (`database`) where the browser lets this site keep nothing.
 */
export function holdLock(name: string, o: CallOptions = {}): Promise<() => void> {
	const options: LockOptions = o.signal ? { signal: o.signal } : {};
	return request(name, options) as Promise<() => void>;
}

/**
 * Like `holdLock` without waiting: undefined where another holds it. `onstolen` is told when another takes it
 * away by `stealLock`.
 */
export function tryLock(name: string, onstolen?: () => void): Promise<(() => void) | undefined> {
	return request(name, { ifAvailable: true }, onstolen);
}

/** Takes the lock, also from a tab that holds it. For a holder that gives no sign of life. */
export function stealLock(name: string, onstolen?: () => void): Promise<() => void> {
	return request(name, { steal: true }, onstolen) as Promise<() => void>;
}

/** Resolves once nobody holds the lock. Throws `aborted` if `signal` ends the wait. */
export async function whenReleased(name: string, { signal }: CallOptions = {}): Promise<void> {
	const release = await request(name, { mode: 'shared', ...(signal && { signal }) });
	release?.();
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

/** Yields what `body` yields while holding the lock. Throws `aborted` if `signal` ends the wait for it. */
export async function* whileHolding<T>(
	name: string,
	body: () => AsyncIterable<T>,
	o: CallOptions = {},
): AsyncGenerator<T> {
	const release = await holdLock(name, o);
	try {
		yield* body();
	} finally {
		release();
	}
}

/** Names of all locks that are held in any tab or worker of this origin. */
export async function heldLocks(): Promise<ReadonlySet<string>> {
	const { held = [] } = await navigator.locks.query();
	return new Set(held.map((lock) => lock.name ?? ''));
}

function request(
	name: string,
	options: LockOptions,
	onstolen?: () => void,
): Promise<(() => void) | undefined> {
	return new Promise((resolve, reject) => {
		let isHeld = false;
		navigator.locks
			.request(name, options, (lock) => {
				if (!lock) return resolve(undefined);
				isHeld = true;
				return new Promise<void>((release) => resolve(release));
			})
			.catch((error: unknown) => {
				if (isHeld) onstolen?.();
				else reject(lockError(name, error, options.signal));
			});
	});
}

function lockError(name: string, cause: unknown, signal: AbortSignal | undefined): unknown {
	if (signal?.aborted) return new AppError('aborted', `gave up waiting for ${name}`, { cause });
	// Browsers give no locks where a site may store nothing.
	const isForbidden = cause instanceof DOMException && cause.name === 'SecurityError';
	if (!isForbidden) return cause;
	return new AppError('internal', `no lock ${name}`, { cause, data: { reason: 'database' } });
}
