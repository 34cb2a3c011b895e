import { AppError } from '../../lib/errors.ts';
import { Inbox } from './inbox.ts';
import { lostPeer } from './port-wire.ts';
import type { Wire } from './wire.ts';

/** Bytes that wait in the browser before the sender waits too, and at which it goes on. */
const FULL = 2 * 1024 * 1024;
const LOW = 1024 * 1024;
/** Milliseconds that what was sent last has to get out before the connection is closed. */
const LINGER = 1000;

/** A line over a data channel that is open. It ends when the channel or its connection does. */
export class ChannelWire implements Wire {
	readonly #channel: RTCDataChannel;
	readonly #connection: RTCPeerConnection;
	readonly #inbox = new Inbox();
	#ended = false;
	#room = () => {};
	/** Resolves once the line has ended. */
	readonly closed: Promise<void>;

	constructor(channel: RTCDataChannel, connection: RTCPeerConnection) {
		this.#channel = channel;
		this.#connection = connection;
		channel.binaryType = 'arraybuffer';
		channel.bufferedAmountLowThreshold = LOW;
		channel.addEventListener('bufferedamountlow', () => this.#room());
		channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#take(data));
		this.closed = new Promise((resolve) => {
			const end = () => {
				this.#ended = true;
				this.#inbox.end(lostPeer());
				this.#room();
				connection.close();
				resolve();
			};
			channel.addEventListener('close', end);
			connection.addEventListener('connectionstatechange', () => {
				if (connection.connectionState === 'failed' || connection.connectionState === 'closed')
					end();
			});
			// `close` of the connection itself fires no event on this side.
			this.#end = end;
		});
	}

	#end: () => void = () => {};

	async send(message: string | Uint8Array<ArrayBuffer>): Promise<void> {
		if (this.#ended) throw lostPeer();
		try {
			// Two calls, for the two types that TypeScript's `send` keeps apart.
			if (typeof message === 'string') this.#channel.send(message);
			else this.#channel.send(message);
		} catch (cause) {
			throw lostPeer(cause);
		}
		while (this.#channel.bufferedAmount > FULL && !this.#ended) {
			await new Promise<void>((resolve) => (this.#room = resolve));
		}
	}

	receive(): Promise<string | ArrayBuffer> {
		return this.#inbox.next();
	}

	poll(): string | ArrayBuffer | undefined {
		return this.#inbox.poll();
	}

	close(): void {
		if (this.#ended) return;
		this.#channel.close();
		// A channel that closes sends what waits in it; the connection would drop that.
		setTimeout(() => this.#end(), LINGER);
	}

	#take(data: unknown): void {
		const isMessage = typeof data === 'string' || data instanceof ArrayBuffer;
		if (isMessage && this.#inbox.push(data)) return;
		this.#inbox.end(
			new AppError('invalid-input', 'not a message', { data: { reason: 'not-the-protocol' } }),
		);
		this.#end();
	}
}
