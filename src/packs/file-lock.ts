/**
 * Name of the lock under which one stored file is written, by whichever tab and whichever way: packs share files, and
 * two that are imported or fetched at once must not both write the same one.
 */
export function fileLock(sha256: string): string {
	return `quern:file:${sha256}`;
}
