export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again and again whether it is so, `most` milliseconds at most. */
export async function until(
	condition: () => boolean | Promise<boolean>,
	most: number,
): Promise<void> {
	const end = performance.now() + most;
	while (!(await condition()) && performance.now() < end) await sleep(10);
}
