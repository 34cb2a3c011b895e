import { delay } from '../../lib/delay.ts';
import { AppError, toAppError } from '../../lib/errors.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { pauseAfter } from '../download/backoff.ts';
import { RangesUnreliable, SourceRefused, TransferFailure } from '../download/transfer-failure.ts';

export interface Patience extends CallOptions {
	/** Attempts at one host before the next is asked. */
	readonly attempts: number;
	/** Milliseconds of the first pause between attempts. */
	readonly firstPause: number;
}

/**
 * What `attempt` gives for the first base address where it succeeds. A failure that may pass is tried again before the
 * next host is. Where none succeeds it throws what the first one said, with that host's name in `data.host`.
 */
export async function fromFirstHost<T>(
	bases: readonly string[],
	attempt: (base: string) => Promise<T>,
	o: Patience,
): Promise<T> {
	let first: AppError | undefined;
	for (const base of bases) {
		try {
			return await persist(() => attempt(base), o);
		} catch (thrown) {
			const error = toAppError(thrown);
			if (error.code === 'aborted') throw error;
			const data = { ...error.data, host: new URL(base).host };
			first ??= new AppError(error.code, `${data.host}: ${error.message}`, { cause: error, data });
		}
	}
	throw first ?? new AppError('internal', 'no host to ask');
}

async function persist<T>(attempt: () => Promise<T>, o: Patience): Promise<T> {
	for (let failures = 1; ; failures++) {
		try {
			return await attempt();
		} catch (thrown) {
			if (thrown instanceof SourceRefused || thrown instanceof RangesUnreliable) throw thrown.error;
			if (!(thrown instanceof TransferFailure)) throw thrown;
			if (failures >= o.attempts) throw thrown.error;
			await delay(pauseAfter(failures, o.firstPause, thrown.retryAfter), o);
		}
	}
}
