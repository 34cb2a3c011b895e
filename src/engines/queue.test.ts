import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

/** Work that goes on until it is told to end. */
function work() {
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	return {
		end,
		run: async function* () {
			await ended;
			yield 'done';
		},
	};
}

async function read<T>(source: AsyncIterable<T>, into: T[] = []): Promise<T[]> {
	for await (const value of source) into.push(value);
	return into;
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('work is done in the order of asking, and who waits is told how many come before', async () => {
	const queue = new Queue();
	const [one, two, three] = [work(), work(), work()];
	const seen: unknown[] = [];
	const all = [
		read(queue.run('load', {}, one.run)),
		read(queue.run('answer', {}, two.run)),
		read(queue.run('answer', {}, three.run), seen),
	];
	three.end();
	await settle();
	one.end();
	await settle();
	expect(queue.current).toBe('answer');
	two.end();
	await Promise.all(all);
	expect(seen).toEqual([{ type: 'queued', ahead: 1 }, { type: 'queued', ahead: 1 }, 'done']);
	expect(queue.isEmpty).toBe(true);
});

test('who gives up leaves the others their turn', async () => {
	const queue = new Queue();
	const [one, two, three] = [work(), work(), work()];
	const controller = new AbortController();
	const first = read(queue.run('answer', {}, one.run));
	const second = read(queue.run('answer', controller, two.run));
	const seen: unknown[] = [];
	const third = read(queue.run('answer', {}, three.run), seen);
	await settle();
	controller.abort();
	await expect(second).rejects.toMatchObject({ code: 'aborted' });
	three.end();
	one.end();
	await Promise.all([first, third]);
	expect(seen.map((step) => (step as { ahead?: number }).ahead)).toEqual([2, 1, undefined]);
});

test('work that fails makes way', async () => {
	const queue = new Queue();
	const failing = async function* () {
		throw new Error('failed');
	};
	await expect(read(queue.run('load', {}, failing))).rejects.toThrow('failed');
	const next = work();
	next.end();
	expect(await read(queue.run('load', {}, next.run))).toEqual(['done']);
});
