import { isGateAddress } from './through-gate.ts';

/** What a page or a worker that gives a request up tells the gate: the address that it had asked. */
export const GATE_CHANNEL = 'quern:gate';

/**
 * `fetch`, of an address that may lead through the gate. Giving it up ends the request outside too: Chromium does not
 * tell a service worker that, as long as the answer has not begun (seen in version 156).
 */
export async function gateFetch(address: URL, init: RequestInit & { signal: AbortSignal }) {
	if (!isGateAddress(address.href)) return fetch(address, init);
	const asked = new URL(address);
	asked.searchParams.set('id', crypto.randomUUID());
	const giveUp = () => {
		const channel = new BroadcastChannel(GATE_CHANNEL);
		channel.postMessage(asked.href);
		channel.close();
	};
	init.signal.addEventListener('abort', giveUp);
	try {
		return await fetch(asked, init);
	} finally {
		init.signal.removeEventListener('abort', giveUp);
	}
}
