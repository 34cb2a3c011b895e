import { AppError, toAppError, type ErrorCode, type ErrorData } from './errors.ts';
import type { CallOptions } from './call-options.ts';

/**
 * Typed calls over a message port. A contract is an interface whose methods return a Promise or an
 * AsyncIterable and take `CallOptions` last. Streams have backpressure: the server runs ahead of the
 * reader by `WINDOW` values at most.
 */
export type Contract<T> = {
	[K in keyof T]: (...args: never[]) => Promise<unknown> | AsyncIterable<unknown>;
};

/** What a Worker, a MessagePort and a worker's own scope have in common. */
export interface Port {
	postMessage(message: unknown, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
	start?: () => void;
}

type Request =
	| { kind: 'call'; id: number; method: string; args: unknown[] }
	| { kind: 'pull' | 'abort'; id: number };

type Reply =
	| { kind: 'next' | 'return'; id: number; value: unknown }
	| { kind: 'throw'; id: number; code: ErrorCode; message: string; data: ErrorData };

const WINDOW = 8;

const transfers = new WeakMap<object, Transferable[]>();

/** Marks an argument or a result so that `transferables` are moved to the other side, not copied. */
export function transfer<T extends object>(value: T, transferables: Transferable[]): T {
	transfers.set(value, transferables);
	return value;
}

function transferablesOf(values: unknown[]): Transferable[] {
	return values.flatMap((value) =>
		typeof value === 'object' && value !== null ? (transfers.get(value) ?? []) : [],
	);
}

/** The server's end of a port. `end` aborts every call in work: whoever made it is gone. */
export interface Service {
	end(): void;
}

/** Answers the calls that arrive on `port` with the methods of `implementation`. */
export function serve<T extends Contract<T>>(port: Port, implementation: T): Service {
	const running = new Map<number, RunningCall>();

	const run = async (id: number, method: string, args: unknown[]) => {
		const call = new RunningCall();
		running.set(id, call);
		const reply = (kind: 'next' | 'return', value: unknown) =>
			port.postMessage({ kind, id, value } satisfies Reply, transferablesOf([value]));
		try {
			const target = implementation[method as keyof T] as unknown as (
				...args: unknown[]
			) => unknown;
			const result = target.apply(implementation, [...args, { signal: call.signal }]);
			if (isAsyncIterable(result)) {
				for await (const value of result) {
					if (call.signal.aborted) throw new AppError('aborted', `${method} was aborted`);
					reply('next', value);
					await call.credit();
				}
				reply('return', undefined);
			} else {
				reply('return', await result);
			}
		} catch (error) {
			const { code, message, data } = toAppError(error);
			port.postMessage({ kind: 'throw', id, code, message, data } satisfies Reply, []);
		} finally {
			running.delete(id);
		}
	};

	port.addEventListener('message', ({ data }: MessageEvent<Request>) => {
		if (data.kind === 'call') void run(data.id, data.method, data.args);
		else if (data.kind === 'pull') running.get(data.id)?.grant();
		else if (data.kind === 'abort') running.get(data.id)?.abort();
	});
	port.start?.();
	return {
		end() {
			for (const call of running.values()) call.abort();
		},
	};
}

/** The server's side of one call: its abort signal, and how far it may run ahead of the reader. */
class RunningCall {
	readonly #controller = new AbortController();
	#credit = WINDOW;
	#wake = () => {};

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	abort(): void {
		this.#controller.abort();
		this.#wake();
	}

	grant(): void {
		this.#credit++;
		this.#wake();
	}

	/** Spends one value's credit, and waits for more where none is left. */
	async credit(): Promise<void> {
		this.#credit--;
		while (this.#credit <= 0 && !this.signal.aborted) {
			await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}
}

/** The caller's end of a port. `fail` rejects every pending and later call: the other side is gone. */
export interface Connection<T> {
	readonly remote: T;
	fail(error: AppError): void;
}

/**
 * Calls what is served at the other end of `port`. A call starts at once; its reply is awaited or
 * iterated. Aborting its signal, or leaving the loop, aborts it on the other side.
 */
export function connect<T extends Contract<T>>(port: Port): Connection<T> {
	const pending = new Map<number, ReadableStreamDefaultController<unknown>>();
	let lastId = 0;
	let failure: AppError | undefined;

	port.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
		const sink = pending.get(data.id);
		if (!sink) return;
		if (data.kind === 'next') return sink.enqueue(data.value);
		pending.delete(data.id);
		if (data.kind === 'throw') {
			return sink.error(new AppError(data.code, data.message, { data: data.data }));
		}
		if (data.value !== undefined) sink.enqueue(data.value);
		sink.close();
	});
	port.start?.();

	const call = (method: string, rawArgs: unknown[]) => {
		const { args, signal } = splitSignal(rawArgs);
		const id = ++lastId;
		const send = (message: Request, transferables: Transferable[] = []) => {
			if (message.kind === 'call' || pending.has(id)) port.postMessage(message, transferables);
		};
		const abort = () => send({ kind: 'abort', id });
		return new ReadableStream<unknown>(
			{
				start(sink) {
					if (failure) return sink.error(failure);
					if (signal?.aborted) return sink.error(new AppError('aborted', `${method} not begun`));
					pending.set(id, sink);
					signal?.addEventListener('abort', abort, { once: true });
					send({ kind: 'call', id, method, args }, transferablesOf(args));
				},
				pull: () => send({ kind: 'pull', id }),
				cancel() {
					abort();
					pending.delete(id);
				},
			},
			{ highWaterMark: WINDOW },
		);
	};

	return {
		remote: new Proxy({} as T, {
			get: (_, method) =>
				method === 'then' ? undefined : (...args: unknown[]) => reply(call(String(method), args)),
		}),
		fail(error) {
			failure = error;
			for (const sink of pending.values()) sink.error(error);
			pending.clear();
		},
	};
}

/** A reply that is awaited (its one value) or iterated (all of them), whichever the contract says. */
function reply(stream: ReadableStream<unknown>): PromiseLike<unknown> & AsyncIterable<unknown> {
	const single = async () => {
		const { value } = await stream.getReader().read();
		return value;
	};
	return {
		then: (resolve, reject) => single().then(resolve, reject),
		[Symbol.asyncIterator]: () => iterate(stream),
	};
}

/** ReadableStream's own iterator is missing in Safari. */
async function* iterate(stream: ReadableStream<unknown>): AsyncGenerator<unknown> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
}

function splitSignal(args: unknown[]): { args: unknown[]; signal: AbortSignal | undefined } {
	const last = args.at(-1);
	const isOptions =
		typeof last === 'object' &&
		last !== null &&
		'signal' in last &&
		(last.signal === undefined || last.signal instanceof AbortSignal);
	if (!isOptions) return { args, signal: undefined };
	return { args: args.slice(0, -1), signal: (last as CallOptions).signal };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
