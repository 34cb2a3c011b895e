import { AppError } from '../lib/errors.ts';

/**
 * Iterates `source`, and throws as soon as the signal aborts, without waiting for the value in work:
 * the signal's reason if that is an AppError, else `aborted`. The source is told to finish meanwhile.
 */
export async function* untilAborted<T>(
	source: AsyncIterable<T>,
	signal: AbortSignal | undefined,
): AsyncGenerator<T> {
	const iterator = source[Symbol.asyncIterator]();
	const aborted = rejectOnAbort(signal);
	try {
		for (;;) {
			const { done, value } = await Promise.race([iterator.next(), aborted.promise]);
			if (done) return;
			yield value;
		}
	} finally {
		aborted.forget();
		iterator.return?.().catch(() => {});
	}
}

/** Waits for `promise`, but only until the signal aborts; what it waits for goes on. */
export async function orAborted<T>(
	promise: Promise<T>,
	signal: AbortSignal | undefined,
): Promise<T> {
	const aborted = rejectOnAbort(signal);
	try {
		return await Promise.race([promise, aborted.promise]);
	} finally {
		aborted.forget();
	}
}

function rejectOnAbort(signal: AbortSignal | undefined) {
	let abort = () => {};
	const promise = new Promise<never>((_, reject) => {
		abort = () => {
			const { reason } = signal!;
			reject(
				reason instanceof AppError ? reason : new AppError('aborted', 'aborted by the caller'),
			);
		};
		if (signal?.aborted) abort();
		else signal?.addEventListener('abort', abort, { once: true });
	});
	promise.catch(() => {});
	return { promise, forget: () => signal?.removeEventListener('abort', abort) };
}
