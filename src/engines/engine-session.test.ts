import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../lib/errors.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import { starterPack } from '../packs/catalogue/index.ts';
import type { DeviceReport } from './device.ts';
import type { GenerateRequest } from './engine.ts';
import { EngineSession, type SessionDelta } from './engine-session.svelte.ts';
import { ScriptedEngine, type Script } from './scripted/engine.ts';

const withoutGpu: DeviceReport = {
	gpu: { status: 'no-webgpu' },
	crossOriginIsolated: false,
	threads: 2,
	memoryBytes: undefined,
};
const pack: InstalledPack = { manifest: starterPack, engine: 'wllama', installedAt: 1 };
const hello: GenerateRequest = { messages: [{ role: 'user', content: 'Hello' }] };
const fail = (code: ErrorCode) => new AppError(code, code);

function sessionWith(script: Partial<Script>): EngineSession {
	const engine = new ScriptedEngine({ answer: () => 'one two', ...script });
	const make = async () => engine;
	return new EngineSession({
		engines: { 'web-llm': make, wllama: make, transformers: make },
		probe: async () => withoutGpu,
		pause: async () => {},
	});
}

async function read(deltas: AsyncIterable<SessionDelta>, into: string[] = []): Promise<string[]> {
	for await (const delta of deltas) into.push(delta.type === 'text' ? delta.text : delta.type);
	return into;
}

describe('EngineSession', () => {
	it('finds out the device, and which engine a pack needs on it', async () => {
		const session = sessionWith({});
		await session.open();
		expect(session.device).toBe(withoutGpu);
		expect(session.engineFor(starterPack)).toBe('wllama');
	});

	it('loads the chosen pack when it is asked to answer', async () => {
		const session = sessionWith({});
		await session.select(pack);
		expect(session.status).toBe('idle');
		expect(await read(session.generate(hello))).toEqual(['one ', 'two', 'end']);
		expect(session.status).toBe('ready');
		expect(session.pack).toBe(pack);
	});

	it('lets an answer join the load in progress', async () => {
		const session = sessionWith({});
		const loading = session.load(pack);
		expect(session.status).toBe('loading');
		expect(await read(session.generate(hello))).toContain('end');
		await loading;
	});

	it('stops an answer that waits for a load, and lets the load go on', async () => {
		const session = sessionWith({});
		const loading = session.load(pack);
		const answer = session.generate(hello, { signal: AbortSignal.abort() });
		await expect(answer.next()).rejects.toMatchObject({ code: 'aborted' });
		await loading;
		expect(session.status).toBe('ready');
	});

	it('reloads after a lost device and begins the answer anew', async () => {
		const session = sessionWith({
			failures: [fail('device-lost')],
			loadFailures: [fail('device-lost')],
		});
		await session.select(pack);
		expect(await read(session.generate(hello))).toEqual([
			'restarted',
			'one ',
			'restarted',
			'one ',
			'two',
			'end',
		]);
		expect(session.status).toBe('ready');
		expect(session.error).toBeUndefined();
	});

	it('waits for the GPU to come back while it restarts', async () => {
		const failures = [fail('device-lost')];
		const loadFailures: AppError[] = [];
		const session = sessionWith({ failures, loadFailures });
		await session.load(pack);
		loadFailures.push(new AppError('unsupported', 'gone', { data: { reason: 'no-adapter' } }));
		expect(await read(session.generate(hello))).toContain('end');
	});

	it('gives up when the device is lost again and again', async () => {
		const session = sessionWith({ failures: Array.from({ length: 9 }, () => fail('device-lost')) });
		await session.select(pack);
		const seen: string[] = [];
		await expect(read(session.generate(hello), seen)).rejects.toMatchObject({
			code: 'device-lost',
			data: { attempts: 4, alternative: 'web-llm' },
		});
		expect(seen.filter((type) => type === 'restarted')).toHaveLength(3);
		expect(session.status).toBe('failed');
	});

	it('says that the device was lost where the GPU does not come back', async () => {
		const noAdapter = () => new AppError('unsupported', 'gone', { data: { reason: 'no-adapter' } });
		const session = sessionWith({
			loadFailures: [fail('device-lost'), noAdapter(), noAdapter(), noAdapter()],
		});
		await session.select(pack);
		await expect(read(session.generate(hello))).rejects.toMatchObject({ code: 'device-lost' });
	});

	it('does not restart for a GPU that was never there', async () => {
		const gone = new AppError('unsupported', 'none', { data: { reason: 'no-adapter' } });
		const session = sessionWith({ loadFailures: [gone] });
		await session.select(pack);
		await expect(read(session.generate(hello))).rejects.toBe(gone);
	});

	it('does not try again when memory is short', async () => {
		const session = sessionWith({ failures: [fail('out-of-memory')] });
		await session.select(pack);
		const seen: string[] = [];
		await expect(read(session.generate(hello), seen)).rejects.toMatchObject({
			code: 'out-of-memory',
		});
		expect(seen).toEqual(['one ']);
		expect(session.error?.code).toBe('out-of-memory');
	});

	it('is ready again at once after a stop', async () => {
		const session = sessionWith({ beat: () => new Promise((resolve) => setTimeout(resolve)) });
		await session.select(pack);
		const controller = new AbortController();
		const answer = session.generate(hello, { signal: controller.signal });
		await answer.next();
		controller.abort();
		await expect(answer.next()).rejects.toMatchObject({ code: 'aborted' });
		expect(session.status).toBe('ready');
		expect(await read(session.generate(hello))).toContain('end');
	});

	it('answers one request at a time', async () => {
		const session = sessionWith({});
		await session.select(pack);
		const answer = session.generate(hello);
		await answer.next();
		await expect(session.generate(hello).next()).rejects.toMatchObject({ code: 'busy' });
		await expect(session.load(pack)).rejects.toMatchObject({ code: 'busy' });
		await expect(session.unload()).rejects.toMatchObject({ code: 'busy' });
		expect(await read(answer)).toEqual(['two', 'end']);
	});

	it('says why a load failed, and can try again', async () => {
		const session = sessionWith({ loadFailures: [fail('corrupt')] });
		await expect(session.load(pack)).rejects.toMatchObject({ code: 'corrupt' });
		expect(session.status).toBe('failed');
		expect(session.error?.code).toBe('corrupt');
		await session.load(pack);
		expect(session.status).toBe('ready');
	});

	it('frees the device and keeps the pack chosen', async () => {
		const session = sessionWith({});
		await session.load(pack);
		await session.unload();
		expect(session.status).toBe('idle');
		expect(session.pack).toBe(pack);
	});

	it('does not load by itself what ended the page the last time, but does when asked', async () => {
		const engine = new ScriptedEngine({ answer: () => 'one two' });
		const make = async () => engine;
		const session = new EngineSession({
			engines: { 'web-llm': make, wllama: make, transformers: make },
			wasCutOff: async ({ manifest }) => manifest.id === starterPack.id,
		});
		await session.prepare(pack);
		expect(session.status).toBe('failed');
		expect(session.error).toMatchObject({ code: 'out-of-memory', data: { reason: 'page-ended' } });
		await session.load(pack);
		expect(session.status).toBe('ready');
	});

	it('stops an answer that goes in circles, and keeps the model', async () => {
		const session = sessionWith({ answer: () => 'no never '.repeat(1000) });
		await session.select(pack);
		const seen: string[] = [];
		await expect(read(session.generate(hello), seen)).rejects.toMatchObject({
			code: 'internal',
			data: { reason: 'repeats' },
		});
		expect(seen.length).toBeLessThan(200);
		expect(session.status).toBe('ready');
	});

	it('does not take an empty answer for one', async () => {
		const session = sessionWith({ answer: () => '' });
		await session.select(pack);
		await expect(read(session.generate(hello))).rejects.toMatchObject({
			data: { reason: 'says-nothing' },
		});
		expect(session.status).toBe('ready');
	});
});
