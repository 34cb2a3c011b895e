import { createSha256 } from '../../lib/sha256.ts';
import { notTheProtocol } from './messages.ts';
import type { Talk } from './talk.ts';

/** The certificates' SHA-256 that the two ends have verified. */
export interface Fingerprints {
	readonly offer: Uint8Array;
	readonly answer: Uint8Array;
}

/** One in a million to guess: there is one try, and a wrong one is seen. */
const DIGITS = 6;

/**
 * Agrees on a number that both screens show. If someone sits between the devices, each of them sees another
 * certificate, and the numbers differ. The side that offered first commits to a random value, so nobody can try
 * certificates until the numbers happen to be equal (as ZRTP does: RFC 6189, 4.4.1.1).
 */
export async function authenticate(
	talk: Talk,
	side: 'offer' | 'answer',
	fingerprints: Fingerprints,
): Promise<string> {
	const own = toHex(crypto.getRandomValues(new Uint8Array(16)));
	if (side === 'offer') {
		await talk.say({ type: 'commit', hash: await sha256Of('commit', own) });
		const { nonce } = await talk.expect('nonce');
		await talk.say({ type: 'reveal', nonce: own });
		return numberFor(fingerprints, own, nonce);
	}
	const { hash } = await talk.expect('commit');
	await talk.say({ type: 'nonce', nonce: own });
	const { nonce } = await talk.expect('reveal');
	if ((await sha256Of('commit', nonce)) !== hash) throw notTheProtocol('another value');
	return numberFor(fingerprints, nonce, own);
}

async function numberFor(
	{ offer, answer }: Fingerprints,
	offerNonce: string,
	answerNonce: string,
): Promise<string> {
	const digest = await sha256Of('number', toHex(offer), toHex(answer), offerNonce, answerNonce);
	// Of 48 bits: a million divides them so nearly that no number is likelier than another.
	const number = Number.parseInt(digest.slice(0, 12), 16) % 10 ** DIGITS;
	return String(number).padStart(DIGITS, '0');
}

async function sha256Of(...parts: string[]): Promise<string> {
	const hash = await createSha256();
	hash.update(new TextEncoder().encode(['quern hand 1', ...parts].join('\n')));
	return hash.digest();
}

function toHex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
