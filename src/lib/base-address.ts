import { parseUrl } from './parse-url.ts';
import { isSafeAddress } from './safe-address.ts';

const LONGEST = 200;

/**
 * The address of a host, or of a folder on it, as a person types it: without a scheme it is https. Returned with a
 * slash at its end; undefined if it is none, is not safe, or has credentials, a query or a fragment.
 */
export function parseBaseAddress(text: string): string | undefined {
	const typed = text.trim();
	if (!typed || typed.length > LONGEST || /\s/.test(typed)) return undefined;
	const address = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
	if (!address || !isSafeAddress(address) || !isNamed(address)) return undefined;
	if (address.username || address.password || address.search || address.hash) return undefined;
	return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

/** A single word is a slip of the keyboard far more often than the name of a host. */
function isNamed({ protocol, hostname }: URL): boolean {
	return protocol === 'http:' || hostname === 'localhost' || /[.:]/.test(hostname);
}
