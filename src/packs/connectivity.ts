import { delay } from '../lib/delay.ts';
import type { AppError } from '../lib/errors.ts';
import type { CallOptions } from '../lib/call-options.ts';

/** Milliseconds after which a lost connection is tried again, for browsers that never say `online`. */
export const RETRY_INTERVAL = 15_000;

const PASSING = ['connection', 'stalled', 'server'];

/** Whether the failure is one of the network that passes by itself. */
export function isLostConnection(error: AppError): boolean {
	return error.code === 'offline' && PASSING.includes(String(error.data.reason));
}

/** Resolves when the browser says that it is online again, after so many milliseconds in any case, or when aborted. */
export async function connectionBack(after: number, { signal }: CallOptions = {}): Promise<void> {
	const over = new AbortController();
	const end = () => over.abort();
	signal?.addEventListener('abort', end, { signal: over.signal });
	addEventListener('online', end, { signal: over.signal });
	if (signal?.aborted) end();
	await delay(after, { signal: over.signal }).catch(() => {});
	end();
}
