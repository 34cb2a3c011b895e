import { nextTask as next } from '../../lib/next-task.ts';

/** Milliseconds of computing between two looks at the messages. */
const INTERVAL = 100;

let looked = 0;

/**
 * Lets this thread see its messages, now and then. ONNX Runtime computes on the calling thread and never gives
 * it back, so that a worker would not hear that it is to stop.
 */
export async function nextTask(): Promise<void> {
	if (performance.now() - looked < INTERVAL) return;
	await next();
	looked = performance.now();
}
