import { parseUrl } from './parse-url.ts';

/**
 * What a page and its workers know of the gate: the one way to another host than the app's own. The service worker
 * answers these addresses and no server does.
 */
const PATH = 'gate';

/** Names of the headers in which the gate says what became of a request. Every answer of the gate has the first. */
export const gateHeader = {
	/** A GateOutcome. */
	outcome: 'X-Quern-Gate',
	/** Host and port that the answer came from in the end: hubs redirect to others for the bytes. */
	finalHost: 'X-Quern-Final-Host',
} as const;

/**
 * What the gate did. `passed`: the answer is the host's. `refused`: no download that the person started needs this.
 * `unreachable`: no answer came. `unreadable`: one came, but the host lets no web app read it, or something
 * else answered in its place. `closed`: whoever serves the app forbids its service worker to ask other hosts.
 */
export type GateOutcome = 'passed' | 'refused' | 'unreachable' | 'unreadable' | 'closed';

/**
 * Where to fetch `url` from: itself on the app's own origin, otherwise through the gate. `baseUrl` is the absolute URL
 * of the app's folder, with a slash at its end.
 */
export function throughGate(url: URL, baseUrl: string): URL {
	if (url.origin === new URL(baseUrl).origin) return url;
	const gate = new URL(PATH, baseUrl);
	gate.searchParams.set('url', url.href);
	return gate;
}

/** Whether an answer came from such an address, whatever the app's folder is. */
export function isGateAddress(address: string): boolean {
	const url = parseUrl(address);
	return !!url?.pathname.endsWith(`/${PATH}`) && url.searchParams.has('url');
}

/** Where an address leads that `throughGate` made; undefined for any other. */
export function beyondGate(address: URL, baseUrl: string): URL | undefined {
	const gate = new URL(PATH, baseUrl);
	if (address.origin !== gate.origin || address.pathname !== gate.pathname) return undefined;
	return parseUrl(address.searchParams.get('url') ?? '');
}
