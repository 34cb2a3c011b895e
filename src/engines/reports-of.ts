/**
 * Turns a task that calls back into an iteration over what it reports. Ends when the task does, and
 * throws what it throws. The task is not stopped when the iteration is left early: give it a signal.
 */
export async function* reportsOf<T>(
	task: (report: (value: T) => void) => Promise<void>,
): AsyncGenerator<T> {
	const queue: T[] = [];
	let wake = () => {};
	let isRunning = true;
	const running = task((value) => {
		queue.push(value);
		wake();
	}).finally(() => {
		isRunning = false;
		wake();
	});
	running.catch(() => {});
	for (;;) {
		while (queue.length > 0) yield queue.shift()!;
		if (!isRunning) return await running;
		await new Promise<void>((resolve) => (wake = resolve));
	}
}
