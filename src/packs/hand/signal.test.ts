import { expect, test } from 'vitest';
import { toBase32 } from '../../lib/base32.ts';
import { createSha256 } from '../../lib/sha256.ts';
import { parseLocalAddress } from './local-address.ts';
import { decodeSignal, encodeSignal, type Signal } from './signal.ts';

const address = (host: string) => parseLocalAddress(host, 50123)!;
const signal: Signal = {
	kind: 'offer',
	ufrag: 'aB3+',
	pwd: 'abcdefghijklmnopqrstuv/+',
	fingerprint: Uint8Array.from({ length: 32 }, (_, i) => i * 7),
	addresses: [address('192.168.1.20'), address('0b3e8b0f-83f1-4b6e-9c14-5a3c5b0a7d11.local')],
};

/** The body of a code, as bytes that a test can spoil; the check is made right again. */
async function spoiled(change: (body: number[]) => void): Promise<string> {
	const body = [
		...[1, 0, 4, ...bytesOf(signal.ufrag), 24, ...bytesOf(signal.pwd)],
		...signal.fingerprint,
		...[1, 0, 10, 0, 0, 1, 0xc3, 0xcb],
	];
	change(body);
	const hash = await createSha256();
	hash.update(Uint8Array.from(body));
	const check = hash.digest().slice(0, 8).match(/../g)!;
	return `QUERN${toBase32(Uint8Array.from([...body, ...check.map((hex) => Number.parseInt(hex, 16))]))}`;
}
const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

test.each(['offer', 'active-answer', 'passive-answer'] as const)('%s survives', async (kind) => {
	const code = await encodeSignal({ ...signal, kind });
	expect(code).toMatch(/^QUERN[A-Z2-7]+$/);
	expect(await decodeSignal(code)).toEqual({ ...signal, kind });
	// Chats break lines and phones write small letters.
	const typed = code.toLowerCase().replace(/.{20}/g, '$& \n');
	expect(await decodeSignal(typed)).toEqual({ ...signal, kind });
});

test('even eight addresses of the longest kind make a QR code that a phone reads', async () => {
	const addresses = Array.from({ length: 12 }, () => address('fd12:3456::789a:b'));
	const code = await encodeSignal({
		...signal,
		ufrag: 'x'.repeat(8),
		pwd: 'y'.repeat(32),
		addresses,
	});
	expect((await decodeSignal(code)).addresses).toHaveLength(8);
	expect(code.length).toBeLessThan(400);
	expect((await encodeSignal(signal)).length).toBeLessThan(180);
});

test('any letter that is wrong, missing or too many is found', async () => {
	const code = await encodeSignal(signal);
	for (let i = 5; i < code.length; i++) {
		const other = code[i] === 'A' ? 'B' : 'A';
		const wrong = code.slice(0, i) + other + code.slice(i + 1);
		await expect(decodeSignal(wrong)).rejects.toMatchObject({ data: { reason: 'not-a-code' } });
	}
	await expect(decodeSignal(code.slice(0, -8))).rejects.toMatchObject({ code: 'invalid-input' });
	await expect(decodeSignal(`${code}AAAAAAAA`)).rejects.toMatchObject({ code: 'invalid-input' });
});

test.each(['', 'QUERN', 'https://example.org', 'QUERN1', `QUERN${'A'.repeat(10_000)}`])(
	'“%s” is no code',
	async (text) => {
		await expect(decodeSignal(text)).rejects.toMatchObject({ data: { reason: 'not-a-code' } });
	},
);

test('a code with a right check can still be hostile', async () => {
	expect((await decodeSignal(await spoiled(() => {}))).addresses).toEqual([
		{ kind: 'ipv4', bytes: Uint8Array.of(10, 0, 0, 1), port: 0xc3cb },
	]);
	const hostile: Record<string, (body: number[]) => void> = {
		'an address of the internet': (body) => body.splice(-6, 4, 8, 8, 8, 8),
		'port 0': (body) => body.splice(-2, 2, 0, 0),
		'an unknown kind of code': (body) => body.splice(1, 1, 9),
		'an unknown kind of address': (body) => body.splice(-7, 1, 9),
		'a line break in the password': (body) => body.splice(10, 1, 10),
		'a length beyond the end': (body) => body.splice(2, 1, 255),
		'no address': (body) => body.splice(-8, 8, 0),
		'too many addresses': (body) => body.splice(-8, 1, 200),
		'bytes after the end': (body) => body.push(0),
		'nothing but a version': (body) => body.splice(1),
	};
	for (const [what, change] of Object.entries(hostile)) {
		const wrong = decodeSignal(await spoiled(change));
		await expect(wrong, what).rejects.toMatchObject({ data: { reason: 'not-a-code' } });
	}
});

test('a code of a later version is told from a wrong one', async () => {
	const later = decodeSignal(await spoiled((body) => (body[0] = 2)));
	await expect(later).rejects.toMatchObject({
		code: 'unsupported',
		data: { reason: 'newer-code' },
	});
});
