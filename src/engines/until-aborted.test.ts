import { expect, it } from 'vitest';
import { AppError } from '../lib/errors.ts';
import { untilAborted } from './until-aborted.ts';

async function* stalling(after: number, onReturn: () => void) {
	try {
		for (let i = 0; i < after; i++) yield i;
		await new Promise(() => {});
	} finally {
		onReturn();
	}
}

async function collect<T>(source: AsyncIterable<T>, into: T[] = []): Promise<T[]> {
	for await (const value of source) into.push(value);
	return into;
}

it('passes values on until the source ends', async () => {
	async function* source() {
		yield* [1, 2, 3];
	}
	expect(await collect(untilAborted(source(), undefined))).toEqual([1, 2, 3]);
});

it('throws aborted although the source never comes back', async () => {
	const controller = new AbortController();
	const seen: number[] = [];
	const reading = collect(
		untilAborted(
			stalling(2, () => {}),
			controller.signal,
		),
		seen,
	);
	setTimeout(() => controller.abort());
	await expect(reading).rejects.toMatchObject({ code: 'aborted' });
	expect(seen).toEqual([0, 1]);
});

it('throws the reason it was aborted with', async () => {
	const signal = AbortSignal.abort(new AppError('device-lost', 'gone'));
	await expect(
		collect(
			untilAborted(
				stalling(0, () => {}),
				signal,
			),
		),
	).rejects.toMatchObject({
		code: 'device-lost',
	});
});

it('finishes the source when the reader leaves', async () => {
	let returned = false;
	for await (const value of untilAborted(
		stalling(3, () => (returned = true)),
		undefined,
	)) {
		if (value === 1) break;
	}
	await Promise.resolve();
	expect(returned).toBe(true);
});
