import type { CallOptions } from '../lib/call-options.ts';
import { holdLock } from '../lib/web-lock.ts';

/**
 * Name of the lock under which one stored file is written, by whichever tab and whichever way: packs share files, and
 * two that are imported or fetched at once must not both write the same one.
 */
export function fileLock(sha256: string): string {
	return `quern:file:${sha256}`;
}

/**
 * Holds the locks of several files until the returned function is called. In one order for all, so that two who
 * want the same never wait for each other. Throws `aborted` if `signal` ends the wait.
 */
export async function holdFiles(
	digests: readonly string[],
	o: CallOptions = {},
): Promise<() => void> {
	const releases: (() => void)[] = [];
	const release = () => releases.forEach((each) => each());
	try {
		for (const digest of [...new Set(digests)].sort()) {
			releases.push(await holdLock(fileLock(digest), o));
		}
		return release;
	} catch (error) {
		release();
		throw error;
	}
}
