import { AppError } from './errors.ts';
import type { CallOptions } from './call-options.ts';

/** Resolves after `milliseconds`; throws `aborted` as soon as the signal is. */
export function delay(milliseconds: number, { signal }: CallOptions = {}): Promise<void> {
	return new Promise((resolve, reject) => {
		const abort = () => {
			clearTimeout(timer);
			reject(new AppError('aborted', 'waiting stopped'));
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener('abort', abort);
			resolve();
		}, milliseconds);
		if (signal?.aborted) abort();
		else signal?.addEventListener('abort', abort, { once: true });
	});
}
