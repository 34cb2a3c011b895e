import { fromBase32, toBase32 } from '../../lib/base32.ts';
import { AppError } from '../../lib/errors.ts';
import { createSha256 } from '../../lib/sha256.ts';
import { ADDRESS_BYTES, isLocal, type LocalAddress } from './local-address.ts';

/** What one device must know of the other to connect to it: a session description without its ballast. */
export interface Signal {
	/** `offer`: of the device that begins. The other one's answer says which of the two opens DTLS. */
	readonly kind: 'offer' | 'active-answer' | 'passive-answer';
	/** User name and password of ICE: RFC 8839, 5.4. */
	readonly ufrag: string;
	readonly pwd: string;
	/** SHA-256 of the certificate that the device will show. */
	readonly fingerprint: Uint8Array<ArrayBuffer>;
	readonly addresses: readonly LocalAddress[];
}

const PREFIX = 'QUERN';
const VERSION = 1;
const KINDS = ['offer', 'active-answer', 'passive-answer'] as const;
const ADDRESS_KINDS = ['ipv4', 'ipv6', 'name'] as const;
const FINGERPRINT_BYTES = 32;
const CHECK_BYTES = 4;
const MAX_ADDRESSES = 8;
/** Longer than any code with eight addresses. */
const MAX_TEXT = 600;

/**
 * Writes a signal as capitals and digits: short enough for a QR code that a phone reads from a screen, and safe
 * in any chat that it is pasted into. Format: docs/hand-to-hand.md.
 */
export async function encodeSignal(signal: Signal): Promise<string> {
	const ascii = (text: string) => [text.length, ...new TextEncoder().encode(text)];
	const addresses = signal.addresses.slice(0, MAX_ADDRESSES);
	const body = Uint8Array.from([
		VERSION,
		KINDS.indexOf(signal.kind),
		...ascii(signal.ufrag),
		...ascii(signal.pwd),
		...signal.fingerprint,
		addresses.length,
		...addresses.flatMap(({ kind, bytes, port }) => [
			ADDRESS_KINDS.indexOf(kind),
			...bytes,
			port >>> 8,
			port & 0xff,
		]),
	]);
	return PREFIX + toBase32(Uint8Array.from([...body, ...(await checkOf(body))]));
}

/**
 * Reads a code from outside. Throws `invalid-input` (`not-a-code`) for anything that is not exactly one, and
 * `unsupported` (`newer-code`) for one of a later Quern.
 */
export async function decodeSignal(text: string): Promise<Signal> {
	const plain = text.replace(/\s+/g, '').toUpperCase();
	if (!plain.startsWith(PREFIX) || plain.length > MAX_TEXT) throw notACode('no code of Quern');
	const all = fromBase32(plain.slice(PREFIX.length));
	if (!all || all.length < CHECK_BYTES + 1) throw notACode('not Base32');
	const body = all.subarray(0, -CHECK_BYTES);
	const check = await checkOf(body);
	if (!all.subarray(-CHECK_BYTES).every((byte, i) => byte === check[i])) {
		throw notACode('a wrong or missing letter');
	}
	const reader = new Reader(body);
	const version = reader.byte();
	if (version !== VERSION) {
		throw new AppError('unsupported', `a code of version ${version}`, {
			data: { reason: 'newer-code' },
		});
	}
	const signal: Signal = {
		kind: reader.oneOf(KINDS),
		// The lengths that RFC 8839 sets, within what browsers make.
		ufrag: reader.iceText(4, 32),
		pwd: reader.iceText(22, 64),
		fingerprint: reader.take(FINGERPRINT_BYTES),
		addresses: readAddresses(reader),
	};
	if (!reader.isAtEnd) throw notACode('bytes after the end');
	return signal;
}

function readAddresses(reader: Reader): LocalAddress[] {
	const count = reader.byte();
	if (count < 1 || count > MAX_ADDRESSES) throw notACode(`${count} addresses`);
	return Array.from({ length: count }, () => {
		const kind = reader.oneOf(ADDRESS_KINDS);
		const bytes = reader.take(ADDRESS_BYTES[kind]);
		const address = { kind, bytes, port: reader.byte() * 256 + reader.byte() };
		if (!isLocal(address)) throw notACode('an address outside the local network');
		return address;
	});
}

/** Finds a mistyped or missing letter. It is no protection against a forger: see authentication.ts. */
async function checkOf(body: Uint8Array): Promise<Uint8Array> {
	const hash = await createSha256();
	hash.update(body);
	const digest = hash.digest();
	return Uint8Array.from({ length: CHECK_BYTES }, (_, i) =>
		Number.parseInt(digest.slice(2 * i, 2 * i + 2), 16),
	);
}

class Reader {
	readonly #bytes: Uint8Array<ArrayBuffer>;
	#position = 0;

	constructor(bytes: Uint8Array<ArrayBuffer>) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#position === this.#bytes.length;
	}

	take(length: number): Uint8Array<ArrayBuffer> {
		const end = this.#position + length;
		if (end > this.#bytes.length) throw notACode('it ends too early');
		const bytes = this.#bytes.slice(this.#position, end);
		this.#position = end;
		return bytes;
	}

	byte(): number {
		return this.take(1)[0]!;
	}

	oneOf<T>(values: readonly T[]): T {
		const value = values[this.byte()];
		if (value === undefined) throw notACode('an unknown kind');
		return value;
	}

	iceText(min: number, max: number): string {
		const text = String.fromCharCode(...this.take(this.byte()));
		if (text.length < min || text.length > max || !/^[A-Za-z0-9+/]+$/.test(text)) {
			throw notACode('no ICE credentials');
		}
		return text;
	}
}

function notACode(why: string): AppError {
	return new AppError('invalid-input', `not a code: ${why}`, { data: { reason: 'not-a-code' } });
}
