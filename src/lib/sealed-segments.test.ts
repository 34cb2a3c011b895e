import { expect, test } from 'vitest';
import { importSealKey, openSegments, sealSegments, type Seal } from './sealed-segments.ts';

const STEP = 64 + 16;

async function seal(): Promise<Seal> {
	return {
		key: await importSealKey(new Uint8Array(32).fill(7)),
		prefix: new Uint8Array(7).fill(3),
		header: new Uint8Array([1, 2, 3]),
		segmentBytes: 64,
	};
}

async function* chunks(...sizes: number[]) {
	let value = 0;
	for (const size of sizes) yield Uint8Array.from({ length: size }, () => value++ % 256);
}

async function bytesOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>) {
	const all: Uint8Array<ArrayBuffer>[] = [];
	for await (const piece of pieces) all.push(piece);
	return new Uint8Array(await new Blob(all).arrayBuffer());
}

const sealed = async (...sizes: number[]) => bytesOf(sealSegments(await seal(), chunks(...sizes)));
const opened = async (bytes: Uint8Array<ArrayBuffer>, change: Partial<Seal> = {}) =>
	bytesOf(openSegments({ ...(await seal()), ...change }, new Blob([bytes])));

test.each([[0], [1], [63], [64], [65], [128], [200]])('%i bytes come back', async (length) => {
	const bytes = await sealed(length);
	expect(await opened(bytes)).toEqual(await bytesOf(chunks(length)));
	expect(bytes.length).toBe(length + 16 * Math.max(1, Math.ceil(length / 64)));
});

test('it does not matter in which pieces they came', async () => {
	expect(await sealed(3, 0, 150, 47)).toEqual(await sealed(200));
});

test('nothing, a missing end, a missing, moved or further segment, a flipped bit are found', async () => {
	const bytes = await sealed(200);
	const segment = (index: number) => bytes.slice(index * STEP, (index + 1) * STEP);
	const join = (...parts: Uint8Array<ArrayBuffer>[]) =>
		bytesOf(
			(async function* () {
				yield* parts;
			})(),
		);
	const wrong = [
		new Uint8Array(),
		bytes.slice(0, 3 * STEP),
		bytes.slice(0, 100),
		await join(segment(0), segment(2), segment(3)),
		await join(segment(1), segment(0), segment(2), segment(3)),
		await join(segment(0), segment(0), segment(2), segment(3)),
		await join(bytes, segment(3)),
		await join(bytes, new Uint8Array(1)),
		...[0, 77, 100, bytes.length - 1].map((at) => {
			const flipped = bytes.slice();
			flipped[at]! ^= 1;
			return flipped;
		}),
	];
	for (const each of wrong) await expect(opened(each)).rejects.toMatchObject({ code: 'corrupt' });
});

test('another header, prefix or key opens nothing', async () => {
	const bytes = await sealed(10);
	const key = await importSealKey(new Uint8Array(32).fill(8));
	for (const change of [
		{ header: new Uint8Array([1, 2]) },
		{ prefix: new Uint8Array(7) },
		{ key },
	]) {
		await expect(opened(bytes, change)).rejects.toMatchObject({ code: 'corrupt' });
	}
});
