/** Where a device listens: an address of the local network, or the name that a browser puts in its place. */
export interface LocalAddress {
	/** `name`: a random one that only devices on the same network can look up (mDNS). */
	readonly kind: 'ipv4' | 'ipv6' | 'name';
	/** The address in network order; of a name the 16 bytes of its UUID. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly port: number;
}

export const ADDRESS_BYTES = { ipv4: 4, ipv6: 16, name: 16 } as const;

const NAME = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.local$/i;

/** Reads what stands in a candidate line; undefined for what is not of the local network. */
export function parseLocalAddress(host: string, port: number): LocalAddress | undefined {
	const name = NAME.exec(host)?.[1];
	const address: LocalAddress | undefined = name
		? { kind: 'name', bytes: fromHex(name.replaceAll('-', '')), port }
		: (parseIpv4(host, port) ?? parseIpv6(host, port));
	return address && isLocal(address) ? address : undefined;
}

export function formatLocalAddress({ kind, bytes }: LocalAddress): string {
	if (kind === 'ipv4') return bytes.join('.');
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	if (kind === 'ipv6') return hex.replace(/(.{4})(?!$)/g, '$1:');
	return `${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}.local`;
}

/**
 * Whether only the same network, or this very device, can be reached there. A browser knocks at every address
 * that a code names: one of the internet would tell its owner that this device is here.
 */
export function isLocal({ kind, bytes, port }: LocalAddress): boolean {
	if (port < 1 || port > 65535 || bytes.length !== ADDRESS_BYTES[kind]) return false;
	const [a = 0, b = 0] = bytes;
	if (kind === 'name') return true;
	if (kind === 'ipv6') {
		const isLoopback = bytes.every((byte, i) => byte === (i === 15 ? 1 : 0));
		// Unique local addresses, and those of one link: RFC 4193, RFC 4291.
		return isLoopback || (a & 0xfe) === 0xfc || (a === 0xfe && (b & 0xc0) === 0x80);
	}
	return (
		a === 10 ||
		a === 127 ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && b === 168) ||
		(a === 169 && b === 254) ||
		(a === 100 && b >= 64 && b < 128)
	);
}

function parseIpv4(host: string, port: number): LocalAddress | undefined {
	const parts = host.split('.');
	const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part));
	if (!isAddress || parts.some((part) => Number(part) > 255)) return undefined;
	return { kind: 'ipv4', bytes: Uint8Array.from(parts, Number), port };
}

function parseIpv6(host: string, port: number): LocalAddress | undefined {
	const [head = '', tail, ...more] = host.split('::');
	if (more.length > 0) return undefined;
	const groupsOf = (text: string) => (text === '' ? [] : text.split(':'));
	const front = groupsOf(head);
	const back = groupsOf(tail ?? '');
	const left = 8 - front.length - back.length;
	if (tail === undefined ? left !== 0 : left < 1) return undefined;
	const groups = [...front, ...new Array<string>(left).fill('0'), ...back];
	if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
	return {
		kind: 'ipv6',
		bytes: fromHex(groups.map((group) => group.padStart(4, '0')).join('')),
		port,
	};
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
		Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
	);
}
