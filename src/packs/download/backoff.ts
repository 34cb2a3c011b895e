/** No pause is longer than this, whatever a server asks for. Milliseconds. */
const LONGEST_PAUSE = 60_000;

/**
 * Milliseconds to wait before the attempt that follows `failures` failed ones: exponential with full
 * jitter, and never less than the server's own wish (`retryAfter`, milliseconds).
 */
export function pauseAfter(
	failures: number,
	firstPause: number,
	retryAfter = 0,
	random: () => number = Math.random,
): number {
	const ceiling = Math.min(LONGEST_PAUSE, firstPause * 2 ** (failures - 1));
	return Math.min(LONGEST_PAUSE, Math.max(retryAfter, ceiling * random()));
}

/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
	if (!header) return undefined;
	if (/^\d+$/.test(header)) return Number(header) * 1000;
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
