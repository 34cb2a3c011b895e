import { expect, test, vi } from 'vitest';
import { writeGguf } from '../../formats/gguf/testing/write-gguf.ts';
import { hashBlob, createSha256 } from '../../lib/sha256.ts';
import { heldLocks, holdLock } from '../../lib/web-lock.ts';
import type { TestFile } from '../carry/testing/quern-file.ts';
import { starterPack } from '../catalogue/index.ts';
import { tinyDecoder } from '../convert/testing/tiny-decoder.ts';
import { fileLock } from '../file-lock.ts';
import type { PackManifest } from '../manifest.ts';
import { installerParts } from '../testing/installer-parts.ts';
import { scriptedLibrary } from '../testing/scripted-library.ts';
import { encodeFrame } from './frame.ts';
import { Peer } from './peer.ts';
import type { HandProgress } from './send-pack.ts';
import { Talk } from './talk.ts';
import { bigFile, installPack, storeFile, type Device } from './testing/stored-pack.ts';
import { wirePair, type TestWire } from './testing/wire-pair.ts';
import { MAX_MESSAGE_BYTES, WINDOW, type Wire } from './wire.ts';

const MB = 1024 * 1024;
const notTheProtocol = { code: 'invalid-input', data: { reason: 'not-the-protocol' } };
const lost = { code: 'offline', data: { reason: 'peer' } };

/** Runs a transfer to its end and gives what it returned. */
async function finish<R>(steps: AsyncGenerator<HandProgress, R>): Promise<R> {
	for (;;) {
		const step = await steps.next();
		if (step.done) return step.value;
	}
}

const send = (device: Device, manifest: PackManifest, wire: Wire) =>
	finish(device.library.passOn(manifest.id, 'wllama', wire));

/** What the receiver does once its person has said yes. */
async function receive(device: Device, wire: Wire, signal?: AbortSignal): Promise<void> {
	const { manifest, engine } = await new Talk(wire).expect('offer');
	const steps = device.library.takeOver({ manifest, engine, gpuModels: [] }, wire, {
		...(signal && { signal }),
	});
	for await (const step of steps) void step;
}

async function expectWhole({ shards, library }: Device, manifest: PackManifest): Promise<void> {
	expect(library.installed.map((pack) => pack.manifest)).toEqual([manifest]);
	for (const { sha256, bytes } of manifest.fileSets[0]!.files) {
		const hash = await createSha256();
		const blob = (await shards.read(sha256))!;
		for await (const step of hashBlob(hash, blob)) void step;
		expect([blob.size, hash.digest()]).toEqual([bytes, sha256]);
	}
}

/** Two devices: one has a pack of two files, the other has nothing. */
async function twoDevices(files?: readonly TestFile[]) {
	const made = files ?? [await bigFile('a.bin', 9 * MB + 17, 1), await bigFile('b.bin', 5 * MB, 2)];
	const [giver, taker] = [await scriptedLibrary(), await scriptedLibrary()];
	const manifest = await installPack(giver, made);
	return { giver, taker, manifest, files: made };
}

test('over a real connection a pack arrives whole, and both sides show the same number', async () => {
	const { giver, taker, manifest } = await twoDevices();
	const first = await Peer.offer();
	const second = await Peer.answer(first.code);
	const connecting = second.connect();
	await first.accept(second.code);
	const [one, two] = await Promise.all([first.connect(), connecting]);
	expect(one.number).toBe(two.number);

	const received = receive(taker, two.wire);
	const steps = giver.library.passOn(manifest.id, 'wllama', one.wire);
	const seen: HandProgress[] = [];
	let step = await steps.next();
	for (; !step.done; step = await steps.next()) seen.push(step.value);
	await received;
	expect(step.value).toBe('taken');
	await expectWhole(taker, manifest);
	expect(seen[0]).toMatchObject({ phase: 'ask', bytesDone: 0 });
	expect(seen.at(-1)!.bytesDone).toBe(14 * MB + 17);
	expect(seen.map(({ bytesDone }) => bytesDone)).toEqual(
		seen.map(({ bytesDone }) => bytesDone).sort((a, b) => a - b),
	);
	await one.wire.closed;
	await two.wire.closed;
});

test('a code of the wrong step is refused, and the right one still taken', async () => {
	const [first, other] = [await Peer.offer(), await Peer.offer()];
	const second = await Peer.answer(first.code);
	const otherCode = { code: 'invalid-input', data: { reason: 'other-code' } };
	await expect(first.accept(other.code)).rejects.toMatchObject(otherCode);
	await expect(Peer.answer(second.code)).rejects.toMatchObject(otherCode);
	const connecting = second.connect();
	await first.accept(second.code);
	await first.connect();
	// The other person closes the page: whoever waits is told.
	const { wire } = await connecting;
	first.close();
	await expect(wire.receive()).rejects.toMatchObject(lost);
	other.close();
});

test('waiting for the other device can be ended', async () => {
	const stop = new AbortController();
	const peer = await Peer.offer();
	const waiting = peer.connect({ signal: stop.signal });
	stop.abort();
	await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
});

test('what is here already is not sent', async () => {
	const { giver, taker, manifest, files } = await twoDevices();
	await storeFile(taker, files[0]!);
	const [one, two] = wirePair();
	const received = receive(taker, two);
	expect(await send(giver, manifest, one)).toBe('taken');
	await received;
	await expectWhole(taker, manifest);
	expect(one.sent).toBeGreaterThan(5 * MB);
	expect(one.sent).toBeLessThan(5.1 * MB);
});

test('after a broken connection it goes on where it was: at most a window is sent again', async () => {
	const { giver, taker, manifest, files } = await twoDevices();
	const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
	let sent = 0;
	for (const breaksAfter of [3 * MB, 7.5 * MB, 4 * MB]) {
		const [one, two] = wirePair();
		one.breaksAfter = breaksAfter;
		const received = receive(taker, two);
		await Promise.all([
			expect(send(giver, manifest, one)).rejects.toMatchObject(lost),
			expect(received).rejects.toMatchObject(lost),
		]);
		sent += one.sent;
		expect(taker.library.installed).toEqual([]);
		expect(taker.library.installation).toBeUndefined();
		const [begun] = taker.library.begunByHand;
		expect(begun!.bytesDone).toBeGreaterThanOrEqual(sent - 3 * WINDOW);
	}
	const [one, two] = wirePair();
	await Promise.all([receive(taker, two), send(giver, manifest, one)]);
	await expectWhole(taker, manifest);
	expect(taker.library.begunByHand).toEqual([]);
	expect(sent + one.sent).toBeLessThan(all + 3 * WINDOW + 0.1 * MB);
});

test('stopped by the receiver, the part is kept, also over a reload, until it is dropped', async () => {
	const { giver, taker, manifest } = await twoDevices();
	const stop = new AbortController();
	const [one, two] = wirePair();
	const slow: Wire = {
		send: async (message) => {
			await one.send(message);
			if (one.sent > 6 * MB) stop.abort();
		},
		receive: () => one.receive(),
		poll: () => one.poll(),
		close: () => one.close(),
	};
	await Promise.all([
		expect(receive(taker, two, stop.signal)).rejects.toMatchObject({ code: 'aborted' }),
		expect(send(giver, manifest, slow)).rejects.toMatchObject(lost),
	]);
	const again = await scriptedLibrary(installerParts(taker.database));
	const [begun] = again.library.begunByHand;
	expect(begun!.manifest).toEqual(manifest);
	expect(begun!.bytesDone).toBeGreaterThan(MB);
	await again.library.dropBegunByHand(begun!);
	expect(again.library.begunByHand).toEqual([]);
	expect(await again.files.bytesStored(manifest.fileSets[0]!)).toBe(0);
});

test('several devices are served one after another', async () => {
	const { giver, taker, manifest } = await twoDevices();
	const third = await scriptedLibrary();
	for (const device of [taker, third]) {
		const [one, two] = wirePair();
		await Promise.all([receive(device, two), send(giver, manifest, one)]);
		await expectWhole(device, manifest);
	}
});

test('two packs that come at once and share a file: it is asked for once, and both arrive', async () => {
	const { giver, taker, manifest, files } = await twoDevices();
	const own = await bigFile('c.bin', MB, 3);
	// Another tab of the same device, and another pack in the order that would make each wait for the other.
	const otherTab = await scriptedLibrary(installerParts(taker.database));
	const friend = await scriptedLibrary();
	const other = await installPack(friend, [own, ...files.toReversed()], { id: 'made-up-too' });
	const [one, two] = wirePair();
	const [three, four] = wirePair();
	await Promise.all([
		receive(taker, two),
		send(giver, manifest, one),
		receive(otherTab, four),
		send(friend, other, three),
	]);
	await taker.library.open();
	expect(taker.library.installed).toHaveLength(2);
	const distinct = [...files, own].reduce((sum, { bytes }) => sum + bytes, 0);
	expect(one.sent + three.sent).toBeGreaterThan(distinct);
	expect(one.sent + three.sent).toBeLessThan(distinct + 0.1 * MB);
});

test('a file that another tab is bringing is waited for, and the wait can be ended', async () => {
	const { giver, taker, manifest, files } = await twoDevices();
	const [first, last] = files.map(({ sha256 }) => fileLock(sha256)).sort();
	const release = await holdLock(last!);
	const stop = new AbortController();
	const [one, two] = wirePair();
	const both = Promise.allSettled([receive(taker, two, stop.signal), send(giver, manifest, one)]);
	await vi.waitFor(async () => expect((await heldLocks()).has(first!)).toBe(true));
	expect(one.sent).toBe(0);
	stop.abort();
	expect(await both).toMatchObject([{ reason: { code: 'aborted' } }, { reason: lost }]);
	release();
	expect(one.sent).toBe(0);
	const [three, four] = wirePair();
	await Promise.all([receive(taker, four), send(giver, manifest, three)]);
	await expectWhole(taker, manifest);
});

test('a pack whose chat template never ends is not installed, and nothing of it stays', async () => {
	const { metadata, tensors } = tinyDecoder('llama', { linear: 'Q4_0' });
	const loop = '{% for a in range(99999) %}'.repeat(3) + '{% endfor %}'.repeat(3);
	const content = writeGguf({ ...metadata, 'tokenizer.chat_template': loop }, tensors);
	const hash = await createSha256();
	hash.update(content);
	const file = { path: 'a.gguf', bytes: content.length, sha256: hash.digest(), content };
	const { giver, taker, manifest } = await twoDevices([file]);
	const [one, two] = wirePair();
	const [received, sent] = await Promise.allSettled([
		receive(taker, two),
		send(giver, manifest, one),
	]);
	const refused = { code: 'invalid-input', data: { reason: 'endless-template' } };
	expect([received, sent]).toMatchObject([{ reason: refused }, { reason: lost }]);
	expect(taker.library.installed).toEqual([]);
	expect(taker.library.begunByHand).toEqual([]);
	expect(await taker.shards.list()).toEqual([]);
});

test('the other person may decline', async () => {
	const { giver, taker, manifest } = await twoDevices();
	const [one, two] = wirePair();
	const talk = new Talk(two);
	const sent = send(giver, manifest, one);
	await talk.expect('offer');
	await talk.say({ type: 'decline' });
	expect(await sent).toBe('declined');
	expect(one.sent).toBe(0);
	expect(taker.library.installed).toEqual([]);
});

test('a file that comes wrong once is asked for again; wrong twice, both people are told which', async () => {
	const file = await bigFile('a.bin', MB, 1);
	for (const times of [1, 2]) {
		const { giver, taker, manifest } = await twoDevices([file]);
		const [one, two] = wirePair();
		let spoilt = 0;
		const spoiling: Wire = {
			send: (message) => {
				// The first frame of the file, each time.
				const isFirst = typeof message !== 'string' && message.length > 12 && message[11] === 0;
				if (isFirst && message.slice(4, 12).every((byte) => byte === 0) && spoilt++ < times) {
					message[12]! ^= 1;
				}
				return one.send(message);
			},
			receive: () => one.receive(),
			poll: () => one.poll(),
			close: () => one.close(),
		};
		const both = Promise.allSettled([receive(taker, two), send(giver, manifest, spoiling)]);
		const [received, sent] = await both;
		if (times === 1) {
			expect([received.status, sent.status]).toEqual(['fulfilled', 'fulfilled']);
			await expectWhole(taker, manifest);
		} else {
			const corrupt = { reason: { code: 'corrupt', data: { file: 'a.bin' } } };
			expect([received, sent]).toMatchObject([corrupt, corrupt]);
			expect(taker.library.installed).toEqual([]);
			expect(await taker.shards.list()).toEqual([]);
		}
	}
});

test('a file that has gone from the sender’s own store is named', async () => {
	const { giver, taker, manifest, files } = await twoDevices();
	await giver.shards.delete(files[0]!.sha256);
	const [one, two] = wirePair();
	const received = receive(taker, two);
	const corrupt = { code: 'corrupt', data: { file: 'a.bin' } };
	await expect(send(giver, manifest, one)).rejects.toMatchObject(corrupt);
	one.close();
	await expect(received).rejects.toMatchObject(lost);
});

/** A sender that does what the test says once it is told what is wanted. */
async function hostileSender(act: (wire: TestWire, talk: Talk) => Promise<void>) {
	const files = [await bigFile('a.bin', 2 * MB, 1), await bigFile('b.bin', MB, 2)];
	const { taker, manifest } = await twoDevices(files);
	const [one, two] = wirePair();
	const talk = new Talk(one);
	const received = receive(taker, two);
	await talk.say({ type: 'offer', manifest, engine: 'wllama' });
	await talk.expect('want');
	await act(one, talk);
	return { received, taker };
}

const frame = (index: number, offset: number, bytes: number) =>
	encodeFrame({ index, offset, payload: new Uint8Array(bytes) });

test.each<[string, (wire: TestWire, talk: Talk) => Promise<void>]>([
	['bytes of another file', (wire) => wire.send(frame(1, 0, 10))],
	['bytes of no file', (wire) => wire.send(frame(77, 0, 10))],
	['bytes from further on', (wire) => wire.send(frame(0, 10, 10))],
	[
		'bytes that came already',
		async (wire) => {
			await wire.send(frame(0, 0, 10));
			await wire.send(frame(0, 0, 10));
		},
	],
	['an offset beyond all numbers', (wire) => wire.send(frame(0, 2 ** 53, 10))],
	['an empty frame', (wire) => wire.send(frame(0, 0, 0))],
	['a frame that is too long', (wire) => wire.send(frame(0, 0, MAX_MESSAGE_BYTES))],
	['a message in place of bytes', (_wire, talk) => talk.say({ type: 'done' })],
	[
		'more bytes than the file has',
		async (wire) => {
			for (let at = 0; at < 2 * MB - 5;) {
				const bytes = Math.min(60_000, 2 * MB - 5 - at);
				await wire.send(frame(0, at, bytes));
				at += bytes;
			}
			await wire.send(frame(0, 2 * MB - 5, 6));
		},
	],
	[
		'a flood',
		async (wire) => {
			for (let i = 0; i < 200; i++) await wire.send(frame(0, i * 60_000, 60_000));
		},
	],
])('%s ends the transfer, and nothing is installed', async (_what, act) => {
	const { received, taker } = await hostileSender(act);
	await expect(received).rejects.toMatchObject(notTheProtocol);
	expect(taker.library.installed).toEqual([]);
	expect(await taker.shards.list()).toEqual([]);
});

test.each<[string, Parameters<Talk['say']>[0]]>([
	['a file that is not in the pack', { type: 'want', files: [{ index: 2, offset: 0 }] }],
	['a place behind the end', { type: 'want', files: [{ index: 0, offset: 10 * MB }] }],
	['bytes stored that were never sent', { type: 'stored', bytes: 1 }],
	['a damaged file that is none', { type: 'damaged', index: 9 }],
	['an offer of its own', { type: 'commit', hash: '0'.repeat(64) }],
])('a receiver that names %s is left', async (_what, message) => {
	const { giver, manifest } = await twoDevices();
	const [one, two] = wirePair();
	const sent = send(giver, manifest, one);
	await new Talk(two).expect('offer');
	await new Talk(two).say(message);
	await expect(sent).rejects.toMatchObject(notTheProtocol);
});

test('a receiver that acknowledges nothing is sent a window and no more', async () => {
	const { giver, manifest } = await twoDevices();
	const [one, two] = wirePair();
	const sent = send(giver, manifest, one);
	await new Talk(two).expect('offer');
	await new Talk(two).say({ type: 'want', files: [{ index: 0, offset: 0 }] });
	await vi.waitFor(() => expect(one.sent).toBeGreaterThan(WINDOW - MAX_MESSAGE_BYTES));
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(one.sent).toBeLessThan(WINDOW + MAX_MESSAGE_BYTES);
	two.close();
	await expect(sent).rejects.toMatchObject(lost);
});

test('code is refused: by its name before a byte is asked for, by its bytes before anything is installed', async () => {
	const named = await bigFile('run.js', 100, 1);
	const hidden = await bigFile('weights.bin', 100, 2);
	hidden.content.set([0x00, 0x61, 0x73, 0x6d]);
	const hash = await createSha256();
	hash.update(hidden.content);
	for (const file of [named, { ...hidden, sha256: hash.digest() }]) {
		const { giver, taker, manifest } = await twoDevices([file]);
		const [one, two] = wirePair();
		const sent = send(giver, manifest, one).catch(() => {});
		await expect(receive(taker, two)).rejects.toMatchObject({ code: 'untrusted' });
		two.close();
		await sent;
		expect(taker.library.installed).toEqual([]);
		expect(taker.library.begunByHand).toEqual([]);
		expect(await taker.shards.list()).toEqual([]);
	}
});

test('a pack that bears a known name and is another one is refused', async () => {
	const [giver, taker] = [await scriptedLibrary(), await scriptedLibrary()];
	const manifest = await installPack(giver, [await bigFile('model.gguf', 100, 1)], {
		id: starterPack.id,
	});
	const [one, two] = wirePair();
	const sent = send(giver, manifest, one).catch(() => {});
	await expect(receive(taker, two)).rejects.toMatchObject({
		code: 'untrusted',
		data: { reason: 'different-pack' },
	});
	two.close();
	await sent;
});
