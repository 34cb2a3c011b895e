/** What TypeScript's library does not know yet. */
interface TaskScheduler {
	postTask(task: () => void): Promise<void>;
}

const { scheduler } = globalThis as { scheduler?: TaskScheduler };

/** Milliseconds of computing between two looks at the messages. */
const INTERVAL = 100;

let looked = 0;

/**
 * Lets this thread see its messages, now and then. ONNX Runtime computes on the calling thread and never gives
 * it back, so that a worker would not hear that it is to stop.
 */
export async function nextTask(): Promise<void> {
	if (performance.now() - looked < INTERVAL) return;
	await (scheduler ? scheduler.postTask(() => {}) : message());
	looked = performance.now();
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
