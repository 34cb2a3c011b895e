/** An address that leads out of the app, in the one form in which it is shown and opened. */
export interface OutwardAddress {
	/** As the URL standard writes it: foreign letters of a host as Punycode, spaces escaped. */
	readonly href: string;
	/** The site that would be asked; empty for mail. */
	readonly host: string;
	readonly isMail: boolean;
}

const OPENABLE = ['http:', 'https:', 'mailto:'];

/** The address of a link, if it is a whole one and of a kind that may be opened at all. */
export function outwardAddress(address: string): OutwardAddress | undefined {
	const url = URL.parse(address);
	if (!url || !OPENABLE.includes(url.protocol)) return undefined;
	return { href: url.href, host: url.host, isMail: url.protocol === 'mailto:' };
}
