/** More threads than this only wait for one another on a model that a device can hold. */
const MAX_THREADS = 8;

/**
 * Threads to compute with. On small machines every processor counts; on larger ones half of them are
 * second threads of the same core, or small cores, and slow the others down.
 */
export function threadsFor(processors: number): number {
	return Math.min(MAX_THREADS, processors <= 4 ? processors : Math.ceil(processors / 2));
}
