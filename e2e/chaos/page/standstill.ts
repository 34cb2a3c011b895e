import { sleep } from './until.ts';

const LOOK_INTERVAL = 250;

/**
 * Throws once `progress` has given nothing new for `patience` milliseconds. A busy machine is slow, and that is no
 * fault; what goes back and forth between two states for ever is. Returns when `isOver`.
 */
export async function standstill(
	progress: () => string,
	patience: number,
	isOver: () => boolean,
): Promise<void> {
	const seen = new Set<string>();
	let since = performance.now();
	while (!isOver()) {
		const now = progress();
		if (!seen.has(now)) since = performance.now();
		seen.add(now);
		if (performance.now() - since > patience) {
			throw new Error(`nothing new for ${patience / 1000} s: ${now}`);
		}
		await sleep(LOOK_INTERVAL);
	}
}
