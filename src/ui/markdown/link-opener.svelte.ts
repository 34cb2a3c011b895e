import { createContext } from 'svelte';
import type { OutwardAddress } from './outward-address.ts';

/** The address that the person is asked about; nothing opens without that question. */
export class LinkOpener {
	#address = $state.raw<OutwardAddress>();

	get address(): OutwardAddress | undefined {
		return this.#address;
	}

	ask(address: OutwardAddress): void {
		this.#address = address;
	}

	close(): void {
		this.#address = undefined;
	}
}

export const [getLinkOpener, setLinkOpener] = createContext<LinkOpener>();
