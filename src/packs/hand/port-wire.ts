import { AppError } from '../../lib/errors.ts';
import { transfer } from '../../lib/rpc.ts';
import { Inbox } from './inbox.ts';
import type { Wire } from './wire.ts';

/** What a port carries: messages, and null once the line has ended. */
type Posted = string | ArrayBuffer | Uint8Array | null;

/** The worker's end of a line whose other end the page has: a connection cannot live in a worker. */
export class PortWire implements Wire {
	readonly #port: MessagePort;
	readonly #inbox = new Inbox();

	constructor(port: MessagePort) {
		this.#port = port;
		port.onmessage = ({ data }: MessageEvent<Posted>) => {
			if (data === null) this.#inbox.end(lostPeer());
			else if (typeof data === 'string' || data instanceof ArrayBuffer) this.#inbox.push(data);
		};
	}

	async send(message: string | Uint8Array<ArrayBuffer>): Promise<void> {
		this.#port.postMessage(message satisfies Posted);
	}

	receive(): Promise<string | ArrayBuffer> {
		return this.#inbox.next();
	}

	poll(): string | ArrayBuffer | undefined {
		return this.#inbox.poll();
	}

	close(): void {
		this.#inbox.end(lostPeer());
		this.#port.postMessage(null satisfies Posted);
		this.#port.close();
	}
}

/**
 * The port that leads a worker to the line's other end. What comes is passed on, both ways, until either end
 * closes; bytes are moved, not copied. It is to be transferred.
 */
export function openPort(wire: Wire): MessagePort {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = ({ data }: MessageEvent<Posted>) => {
		if (data === null) wire.close();
		else if (!(data instanceof ArrayBuffer)) void wire.send(data as string).catch(() => {});
	};
	void pump(wire, port1);
	return transfer(port2, [port2]);
}

async function pump(wire: Wire, port: MessagePort): Promise<void> {
	try {
		for (;;) {
			const message = await wire.receive();
			port.postMessage(message, typeof message === 'string' ? [] : [message]);
		}
	} catch {
		port.postMessage(null satisfies Posted);
	}
}

/** The other device has ended the connection, or is out of reach. */
export function lostPeer(cause?: unknown): AppError {
	return new AppError('offline', 'the other device is gone', { cause, data: { reason: 'peer' } });
}
