import { afterEach, expect, test } from 'vitest';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { AppError } from './errors.ts';
import { connect, serve, transfer, type Port } from './rpc.ts';
import type { CallOptions } from './call-options.ts';

interface Echo {
	count(to: number, o?: CallOptions): AsyncIterable<number>;
	lengths(texts: string[], o?: CallOptions): Promise<number[]>;
	fill(bytes: Uint8Array<ArrayBuffer>, o?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
	fail(o?: CallOptions): Promise<void>;
	hang(o?: CallOptions): Promise<void>;
}

let produced = 0;
let aborted = false;
const echo: Echo = {
	async *count(to, { signal } = {}) {
		signal?.addEventListener('abort', () => (aborted = true));
		for (produced = 0; produced < to; produced++) yield produced;
	},
	lengths: async (texts) => texts.map((text) => text.length),
	fill: async (bytes) => transfer(bytes.fill(7), [bytes.buffer]),
	fail: async () => {
		throw new AppError('quota-exceeded', 'no room', { data: { needed: 42 } });
	},
	hang: (o) =>
		new Promise((_, reject) =>
			o?.signal?.addEventListener('abort', () => reject(new AppError('aborted', 'stopped'))),
		),
};

const open: MessagePort[] = [];
function link() {
	produced = 0;
	aborted = false;
	const { port1, port2 } = new MessageChannel();
	open.push(port1, port2);
	serve<Echo>(port1 as unknown as Port, echo);
	return connect<Echo>(port2 as unknown as Port);
}
afterEach(() => open.splice(0).forEach((port) => port.close()));

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

test('returns values and streams in order', async () => {
	const { remote } = link();
	expect(await remote.lengths(['ab', 'c'])).toEqual([2, 1]);
	const seen: number[] = [];
	for await (const n of remote.count(40)) seen.push(n);
	expect(seen).toEqual([...Array(40).keys()]);
});

test('keeps the code and the data of an error', async () => {
	const { remote } = link();
	const error = await Promise.resolve(remote.fail()).catch((e: unknown) => e);
	expect(error).toBeInstanceOf(AppError);
	expect(error).toMatchObject({ code: 'quota-exceeded', data: { needed: 42 } });
});

test('an unread stream does not run away from its reader', async () => {
	const { remote } = link();
	const iterator = remote.count(10_000)[Symbol.asyncIterator]();
	await iterator.next();
	await settle();
	expect(produced).toBeGreaterThan(0);
	expect(produced).toBeLessThan(64);
	await iterator.return?.(undefined);
});

test('leaving the loop aborts the other side', async () => {
	const { remote } = link();
	for await (const n of remote.count(10_000)) if (n === 3) break;
	await settle();
	expect(aborted).toBe(true);
	expect(produced).toBeLessThan(64);
});

test('an aborted signal rejects with `aborted`, before and during the call', async () => {
	const { remote } = link();
	await expect(remote.hang({ signal: AbortSignal.abort() })).rejects.toMatchObject({
		code: 'aborted',
	});
	const controller = new AbortController();
	const call = Promise.resolve(remote.hang({ signal: controller.signal }));
	controller.abort();
	await expect(call).rejects.toMatchObject({ code: 'aborted' });
});

test('a dead worker rejects what is pending and what comes later', async () => {
	const { remote, fail } = link();
	const call = Promise.resolve(remote.hang());
	fail(new AppError('internal', 'worker died'));
	await expect(call).rejects.toMatchObject({ message: 'worker died' });
	await expect(Promise.resolve(remote.lengths([]))).rejects.toMatchObject({
		message: 'worker died',
	});
});

test('moves buffers instead of copying them', async () => {
	const { remote } = link();
	const bytes = new Uint8Array(4);
	const filled = await remote.fill(transfer(bytes, [bytes.buffer]));
	expect([...filled]).toEqual([7, 7, 7, 7]);
	expect(bytes.byteLength).toBe(0);
});

test('a service that ends aborts what it is asked for', async () => {
	const { port1, port2 } = new MessageChannel();
	open.push(port1, port2);
	const service = serve<Echo>(port1 as unknown as Port, echo);
	const call = Promise.resolve(connect<Echo>(port2 as unknown as Port).remote.hang());
	await settle();
	service.end();
	await expect(call).rejects.toMatchObject({ code: 'aborted' });
});
