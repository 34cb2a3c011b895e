const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/**
 * Lets this thread see its messages. ONNX Runtime computes on the calling thread and never gives it back, so
 * that a worker would not hear that it is to stop. Unlike a timer this waits for nothing else.
 */
export function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		waiting.push(resolve);
		port2.postMessage(undefined);
	});
}
