import { AppError } from '../../lib/errors.ts';
import { transfer } from '../../lib/rpc.ts';
import { Inbox } from './inbox.ts';
import type { Wire } from './wire.ts';

type Message = string | ArrayBuffer;

/** What a port carries: to the worker as many messages as there are, back one, and null once the line has ended. */
type Posted = readonly Message[] | string | Uint8Array | null;

/** The worker's end of a line whose other end the page has: a connection cannot live in a worker. */
export class PortWire implements Wire {
	readonly #port: MessagePort;
	readonly #inbox = new Inbox();

	constructor(port: MessagePort) {
		this.#port = port;
		port.onmessage = ({ data }: MessageEvent<Posted>) => {
			if (data === null) this.#inbox.end(lostPeer());
			else if (Array.isArray(data))
				for (const message of data as Message[]) this.#inbox.push(message);
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
		else void wire.send(data as string | Uint8Array<ArrayBuffer>).catch(() => {});
	};
	void pump(wire, port1);
	return transfer(port2, [port2]);
}

async function pump(wire: Wire, port: MessagePort): Promise<void> {
	try {
		for (;;) {
			const messages: Message[] = [];
			let message: Message | undefined = await wire.receive();
			for (; message !== undefined; message = wire.poll()) messages.push(message);
			const bytes = messages.filter((each) => typeof each !== 'string');
			port.postMessage(messages satisfies Posted, bytes);
		}
	} catch {
		port.postMessage(null satisfies Posted);
	}
}

/** The other device has ended the connection, or is out of reach. */
export function lostPeer(cause?: unknown): AppError {
	return new AppError('offline', 'the other device is gone', { cause, data: { reason: 'peer' } });
}
