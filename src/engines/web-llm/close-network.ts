/** Each way by which code in a worker can reach another machine, or start code that can. */
const WAYS = [
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebSocketStream',
	'WebTransport',
	'EventSource',
	'Worker',
	'importScripts',
];

/**
 * Takes those ways from this worker, for good. A compiled library is given none of them by WebLLM's runtime; this
 * holds even where a runtime would.
 */
export function closeNetwork(): void {
	for (const name of WAYS) {
		let prototype: object | null = Object.getPrototypeOf(globalThis) as object | null;
		for (; prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
			Reflect.deleteProperty(prototype, name);
		}
		const closed = { value: undefined, writable: false, configurable: false };
		Object.defineProperty(globalThis, name, closed);
	}
}
