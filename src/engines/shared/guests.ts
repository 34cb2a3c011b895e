import { serve, type Service } from '../../lib/rpc.ts';
import { whenReleased } from '../../lib/web-lock.ts';
import type { EngineHost } from '../engine-host.ts';
import { TabPort } from './tab-port.ts';

/** The methods that a guest may call. */
export type GuestContract = Pick<EngineHost, 'load' | 'generate' | 'unload'>;

interface Guest {
	readonly link: string;
	readonly port: TabPort;
	readonly service: Service;
}

interface Options {
	readonly host: GuestContract;
	readonly reply: (tab: string, link: string, data: unknown) => void;
	readonly lockOf: (tab: string) => string;
	/** Told when there are more of them, or fewer. */
	readonly onchange: () => void;
}

/** The other tabs that use the model which this one holds. A guest that ends takes its calls with it. */
export class Guests {
	readonly #options: Options;
	readonly #guests = new Map<string, Guest>();

	constructor(options: Options) {
		this.#options = options;
	}

	get count(): number {
		return this.#guests.size;
	}

	/** Hands on what a guest has sent: whoever calls is one. */
	deliver(tab: string, link: string, data: unknown): void {
		if (this.#guests.get(tab)?.link !== link) this.leave(tab);
		(this.#guests.get(tab) ?? this.#welcome(tab, link)).port.deliver(data);
	}

	leave(tab: string): void {
		const guest = this.#guests.get(tab);
		if (!guest) return;
		this.#guests.delete(tab);
		guest.service.end();
		this.#options.onchange();
	}

	/** Stops working for all of them. */
	dismiss(): void {
		for (const tab of [...this.#guests.keys()]) this.leave(tab);
	}

	#welcome(tab: string, link: string): Guest {
		const { host, reply, lockOf, onchange } = this.#options;
		const port = new TabPort((data) => reply(tab, link, data));
		const guest = { link, port, service: serve<GuestContract>(port, host) };
		this.#guests.set(tab, guest);
		void whenReleased(lockOf(tab)).then(() => this.leave(tab));
		onchange();
		return guest;
	}
}
