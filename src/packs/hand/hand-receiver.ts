import type { CallOptions } from '../../lib/call-options.ts';
import type { ReceiveRequest } from './admit-offer.ts';
import { PortWire } from './port-wire.ts';
import { receivePack, type ReceiveDependencies } from './receive-pack.ts';
import type { HandProgress } from './send-pack.ts';

/** What the worker serves besides the installer. */
export interface HandReceiverContract {
	/** `port` leads to the connection, which the page has. */
	receivePack(
		request: ReceiveRequest,
		port: MessagePort,
		o?: CallOptions,
	): AsyncIterable<HandProgress>;
}

/** Takes packs over from other devices. Runs in a worker, where files can be written without the page. */
export class HandReceiver implements HandReceiverContract {
	readonly #dependencies: ReceiveDependencies;

	constructor(dependencies: ReceiveDependencies) {
		this.#dependencies = dependencies;
	}

	receivePack(request: ReceiveRequest, port: MessagePort, o?: CallOptions) {
		return receivePack(request, new PortWire(port), this.#dependencies, o);
	}
}
