import type { WorkerFaults } from '../schedule.ts';
import type { WorkerNews } from './worker-orders.ts';

function tell(news: WorkerNews): void {
	self.postMessage(news);
}

function met(fault: string): void {
	tell({ chaos: 'met', fault });
}

/** Stands still until the page ends this worker: nothing more of it runs. */
function standStill(): void {
	tell({ chaos: 'end-me' });
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** A turn of the worker's loop, in which what was asked of the browser may be answered. */
function turn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}

/** `target`, with this worker's end in the midst of the call that `kill` names. The end is real. */
export function ending<T extends object>(target: T, { kill }: WorkerFaults): T {
	if (!kill) return target;
	let calls = 0;
	return new Proxy(target, {
		get(object, name) {
			const value: unknown = Reflect.get(object, name, object);
			if (typeof value !== 'function') return value;
			const method = value.bind(object) as (...args: unknown[]) => Promise<unknown>;
			if (name !== kill.method) return method;
			return async (...args: unknown[]) => {
				if (++calls !== kill.call) return method(...args);
				if (kill.ticks < 0) standStill();
				method(...args).catch(() => {});
				for (let i = 0; i < kill.ticks; i++) await turn();
				standStill();
			};
		},
	});
}

interface Access {
	write(bytes: Uint8Array, o: { at: number }): number;
}

/** Makes writes to either shelf fail as the browser's own do. */
export function wrapWrites({ writes }: WorkerFaults): void {
	if (!writes) return;
	let count = 0;
	const isDue = () => {
		const isNow = count >= writes.from && count < writes.from + writes.times;
		count++;
		if (isNow) met(`write: ${writes.end}`);
		return isNow;
	};
	const fail = (): never => {
		const name = writes.end === 'failed' ? 'UnknownError' : 'QuotaExceededError';
		throw new DOMException('wrapped', name);
	};
	for (const method of ['put', 'add'] as const) {
		const real = IDBObjectStore.prototype[method];
		IDBObjectStore.prototype[method] = function (...args) {
			return isDue() ? fail() : real.apply(this, args);
		};
	}
	const { prototype } = (
		globalThis as unknown as { FileSystemSyncAccessHandle: { prototype: Access } }
	).FileSystemSyncAccessHandle;
	const real = prototype.write;
	prototype.write = function (bytes, o) {
		if (!isDue()) return real.call(this, bytes, o);
		return writes.end === 'short' ? real.call(this, bytes.subarray(0, 100), o) : fail();
	};
}

/** Makes the database refuse to open. */
export function wrapDatabase({ closedDatabase = 0 }: WorkerFaults): void {
	let left = closedDatabase;
	const real = indexedDB.open.bind(indexedDB);
	Object.defineProperty(indexedDB, 'open', {
		value: (...args: Parameters<typeof real>) => {
			if (left-- <= 0) return real(...args);
			met('database closed');
			throw new DOMException('wrapped', 'UnknownError');
		},
	});
}

/** Lets the clock jump. */
export function wrapClock({ clock }: WorkerFaults): void {
	if (!clock) return;
	const real = Date.now;
	let looks = 0;
	Date.now = () => {
		if (looks++ < clock.from) return real();
		if (looks === clock.from + 1) met('clock jump');
		return real() + clock.ahead;
	};
}

/** Makes the browser's estimate of the room wrong. */
export function wrapEstimate({ quota }: WorkerFaults): void {
	if (quota === undefined) return;
	met('estimate wrong');
	navigator.storage.estimate = async () => ({ quota, usage: 0 });
}
