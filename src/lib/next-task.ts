/** What TypeScript's library does not know yet. */
interface TaskScheduler {
	postTask(task: () => void): Promise<void>;
}

const { scheduler } = globalThis as { scheduler?: TaskScheduler };

/** Lets this thread do what else waits for it, and goes on in a task of its own. */
export async function nextTask(): Promise<void> {
	await (scheduler ? scheduler.postTask(() => {}) : message());
}

/** For browsers without a scheduler. A timer would wait for milliseconds. */
function message(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
