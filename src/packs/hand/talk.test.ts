import { expect, test } from 'vitest';
import { testFile, testManifest } from '../carry/testing/quern-file.ts';
import { authenticate } from './authentication.ts';
import { decodeFrame, encodeFrame, MAX_PAYLOAD } from './frame.ts';
import { encodeMessage, type Message } from './messages.ts';
import { Talk } from './talk.ts';
import { wirePair } from './testing/wire-pair.ts';
import { MAX_MESSAGE_BYTES, WINDOW } from './wire.ts';

const notTheProtocol = { code: 'invalid-input', data: { reason: 'not-the-protocol' } };

test('messages and bytes arrive in their order, a long message in pieces', async () => {
	const [one, two] = wirePair();
	const files = await Promise.all(
		Array.from({ length: 900 }, (_, i) => testFile(`shard-${i}.bin`, `${i}`)),
	);
	const manifest = testManifest(files, { name: 'سلام 𝄞 du' });
	const offer: Message = { type: 'offer', engine: 'wllama', manifest };
	await new Talk(one).say(offer);
	await one.send(Uint8Array.of(1, 2, 3));
	await new Talk(one).say({ type: 'done' });

	expect(encodeMessage(offer).length).toBeGreaterThan(1);
	for (const piece of encodeMessage(offer)) {
		expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
	}
	const talk = new Talk(two);
	expect(await talk.hear()).toEqual(offer);
	expect(await talk.hear()).toEqual(Uint8Array.of(1, 2, 3).buffer);
	expect(talk.poll()).toEqual({ type: 'done' });
	expect(talk.poll()).toBeUndefined();
});

test.each([
	['no JSON', '.{'],
	['an unknown type', '.{"type":"run"}'],
	['a field too many', '.{"type":"done","now":true}'],
	['no mark in front', '{"type":"done"}'],
	['a negative offset', '.{"type":"want","files":[{"index":0,"offset":-1}]}'],
	['an offset that no number holds', '.{"type":"want","files":[{"index":0,"offset":1e300}]}'],
	['a file twice', '.{"type":"want","files":[{"index":0,"offset":0},{"index":0,"offset":1}]}'],
	['a manifest that is none', '.{"type":"offer","engine":"wllama","manifest":{"__proto__":{}}}'],
	['an empty text', ''],
])('%s ends the talk', async (_what, text) => {
	const [one, two] = wirePair();
	await one.send(text);
	await expect(new Talk(two).hear()).rejects.toMatchObject(notTheProtocol);
});

test('a message without end is not collected without end', async () => {
	const [one, two] = wirePair();
	for (let i = 0; i < 20; i++) await one.send(`+${'x'.repeat(60_000)}`);
	await expect(new Talk(two).hear()).rejects.toMatchObject(notTheProtocol);
});

test('a flood that nobody reads ends the line', async () => {
	const [one, two] = wirePair();
	const frame = new Uint8Array(MAX_MESSAGE_BYTES);
	for (let sent = 0; sent < 2 * WINDOW; sent += frame.length) await one.send(frame);
	await expect(two.receive()).rejects.toMatchObject(notTheProtocol);
});

test('a frame holds where its bytes belong, beyond 4 GiB too', () => {
	const payload = Uint8Array.from({ length: MAX_PAYLOAD }, (_, i) => i);
	const frame = { index: 4095, offset: 5 * 2 ** 32 + 77, payload };
	const bytes = encodeFrame(frame);
	expect(bytes.length).toBe(MAX_MESSAGE_BYTES);
	expect(decodeFrame(bytes.buffer)).toEqual(frame);
});

test.each([0, 11, 12, MAX_MESSAGE_BYTES + 1])('%i bytes are no frame', (length) => {
	expect(() => decodeFrame(new ArrayBuffer(length))).toThrow(/from the other device/);
});

const fingerprint = (seed: number) => Uint8Array.from({ length: 32 }, (_, i) => i * seed);

test('both ends agree on a number, another one each time', async () => {
	const fingerprints = { offer: fingerprint(3), answer: fingerprint(5) };
	const agree = async () => {
		const [one, two] = wirePair();
		return Promise.all([
			authenticate(new Talk(one), 'offer', fingerprints),
			authenticate(new Talk(two), 'answer', fingerprints),
		]);
	};
	const [first, second] = [await agree(), await agree()];
	expect(first[0]).toMatch(/^\d{6}$/);
	expect(first[1]).toBe(first[0]);
	expect(second[0]).not.toBe(first[0]);
});

test('someone in between makes the numbers differ', async () => {
	const [one, two] = wirePair();
	const [left, right] = await Promise.all([
		authenticate(new Talk(one), 'offer', { offer: fingerprint(3), answer: fingerprint(7) }),
		authenticate(new Talk(two), 'answer', { offer: fingerprint(7), answer: fingerprint(5) }),
	]);
	expect(left).not.toBe(right);
});

test('a value other than the one committed to is refused', async () => {
	const [one, two] = wirePair();
	const fingerprints = { offer: fingerprint(3), answer: fingerprint(5) };
	const forger = new Talk(one);
	const answer = authenticate(new Talk(two), 'answer', fingerprints);
	await forger.say({ type: 'commit', hash: '0'.repeat(64) });
	await forger.expect('nonce');
	await forger.say({ type: 'reveal', nonce: '0'.repeat(32) });
	await expect(answer).rejects.toMatchObject(notTheProtocol);
});
