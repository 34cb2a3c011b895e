/** More threads than this only wait for one another on a model that a device can hold. */
const MAX_THREADS = 8;

/**
 * Threads to compute with. One processor is left to the page and the rest of the device: threads wait for
 * one another without sleeping, so that one that is kept from running holds up all (measured where every
 * processor computed and others were busy: a twentieth of the speed). On larger machines half of the
 * processors are second threads of the same core, or small cores, and slow the others down.
 */
export function threadsFor(processors: number): number {
	if (processors <= 4) return Math.max(1, processors - 1);
	return Math.min(MAX_THREADS, Math.ceil(processors / 2));
}
