import type { Port } from '../../lib/rpc.ts';

/** One end of a conversation between two tabs, carried by a channel that every tab hears. */
export class TabPort implements Port {
	readonly #send: (data: unknown) => void;
	readonly #listeners: ((event: MessageEvent) => void)[] = [];

	constructor(send: (data: unknown) => void) {
		this.#send = send;
	}

	/** Everything is copied: a channel to many cannot move anything. */
	postMessage(data: unknown): void {
		this.#send(data);
	}

	addEventListener(_type: 'message', listener: (event: MessageEvent) => void): void {
		this.#listeners.push(listener);
	}

	/** Hands on what the other tab has sent. */
	deliver(data: unknown): void {
		const event = new MessageEvent('message', { data });
		for (const listener of this.#listeners) listener(event);
	}
}
