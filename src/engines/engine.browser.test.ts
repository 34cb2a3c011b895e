import { cdp } from 'vitest/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstalledPack } from '../packs/installed-pack.ts';
import { starterPack } from '../packs/catalogue/index.ts';
import { fileSetFor, type PackEngine, type PackManifest } from '../packs/manifest.ts';
import { Database } from '../storage/database.ts';
import { IndexedDbShardStore } from '../storage/indexed-db-shard-store.ts';
import { TrustedLibraries } from '../storage/trusted-libraries.ts';
import { measureSpeed } from './benchmark.ts';
import { EngineSession } from './engine-session.svelte.ts';
import type { Delta, Engine, GenerateRequest, Message } from './engine.ts';
import { engines } from './index.ts';
import { ScriptedEngine } from './scripted/engine.ts';
import { installStarter } from './testing/starter-in-store.ts';
import { TransformersEngine } from './transformers/engine.ts';
import { WebLlmEngine } from './web-llm/engine.ts';
import { sha256Of } from './sha256-of.ts';
import { libraries } from './web-llm/libraries.ts';
import { WllamaEngine } from './wllama/engine.ts';

// What every engine promises, seen on each with the starter pack's real weights. A software adapter
// answers slowly, so that answers are short and one loaded engine serves test after test.

/** The part of the DevTools protocol that vitest's types leave to the provider. */
type BrowserProtocol = { send(method: 'Browser.crashGpuProcess'): Promise<unknown> };

const DATABASE = 'engine-contract';
const database = new Database(DATABASE);
const store = new IndexedDbShardStore(database);

const subjects: { engine: Engine; reads: PackEngine }[] = [
	{ engine: new ScriptedEngine({ answer, beat: () => sleep(5) }), reads: 'wllama' },
	{ engine: new WllamaEngine({ store }), reads: 'wllama' },
	{ engine: new TransformersEngine({ database: DATABASE }), reads: 'transformers' },
	{ engine: new WebLlmEngine({ database: DATABASE }), reads: 'web-llm' },
];

/** The starter pack; for transformers.js with a third file set, made of the same weights. */
let manifest: PackManifest = starterPack;

const brief: Message = { role: 'system', content: 'Be brief.' };
const question: Message = { role: 'user', content: 'What is the capital of France?' };

describe.each(subjects)('$engine.id', ({ engine, reads }) => {
	let reply = '';

	// The first time on a machine, an environment is set up to convert the model.
	beforeAll(async () => {
		manifest = await installStarter(store, reads);
	}, 300_000);
	afterAll(() => engine.unload());

	it('says that it runs here', async () => {
		expect(await engine.support()).toMatchObject({ ok: true });
	});

	it('loads, telling how far it is', async () => {
		const fractions: number[] = [];
		let stage = '';
		for await (const progress of engine.load(packFor(reads))) {
			fractions.push(progress.fraction);
			stage = progress.stage;
		}
		expect(stage).toBe('ready');
		expect(fractions.at(-1)).toBe(1);
		expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
	});

	it('answers by itself to the end', async () => {
		const { text, end } = await ask({ messages: [question], maxTokens: 24 });
		reply = text;
		expect(text).toContain('Paris');
		expect(end.reason).toBe('stop');
		expect(end.usage.completionTokens).toBeGreaterThan(4);
	});

	it('reads only what is new in the next turn, and stops at the length asked for', async () => {
		const messages = [question, { role: 'assistant', content: reply } as const, question];
		const { end } = await ask({ messages, maxTokens: 2 });
		expect(end.reason).toBe('length');
		expect(end.usage.completionTokens).toBe(2);
		if (engine.id === 'scripted') return;
		// With the model's own system message.
		expect(end.usage.promptTokens).toBeGreaterThan(50);
		expect(end.usage.prefilledTokens).toBeLessThan(25);
	});

	it('goes on with an answer from its own last word', async () => {
		const begun: Message = { role: 'assistant', content: 'The capital of France is' };
		const { text, end } = await ask({ messages: [question, begun], maxTokens: 8 });
		expect(text).toMatch(/^ Paris/);
		expect(end.usage.completionTokens).toBeLessThanOrEqual(8);
	});

	it('stops in the middle, refuses a second call meanwhile, and goes on at once', async () => {
		const controller = new AbortController();
		const messages = [brief, question];
		const answer = generate({ messages }, controller.signal);
		const first = await answer.next();
		expect(first.value).toMatchObject({ type: 'text' });
		await expect(generate({ messages }).next()).rejects.toMatchObject({ code: 'busy' });
		controller.abort();
		await expect(drain(answer)).rejects.toMatchObject({ code: 'aborted' });
		const { end } = await ask({ messages, maxTokens: 1 });
		expect(end.usage.completionTokens).toBe(1);
	});

	it('loads anew, with a smaller window, and leaves out the oldest turns that do not fit', async () => {
		await engine.unload();
		await drain(engine.load(packFor(reads, { contextWindow: 128 })));
		const long = 'We spoke about the weather at great length. '.repeat(20);
		const messages: Message[] = [
			brief,
			{ role: 'user', content: long },
			{ role: 'assistant', content: 'Indeed.' },
			question,
		];
		const { deltas } = await ask({ messages, maxTokens: 1 });
		expect(deltas[0]).toEqual({ type: 'trimmed', turns: 1 });
		expect(deltas[1]).toMatchObject({ type: 'text' });
	});

	it('says how long is too long where the last message alone does not fit', async () => {
		const messages: Message[] = [{ role: 'user', content: 'word '.repeat(300) }];
		await expect(ask({ messages })).rejects.toMatchObject({
			code: 'invalid-input',
			data: { reason: 'context-window', needed: expect.toSatisfy((tokens) => tokens >= 300) },
		});
	});

	if (engine.id === 'scripted') return;

	it('names the file that is missing', async () => {
		const pack = packOf('0'.repeat(64));
		await expect(drain(engine.load(pack))).rejects.toMatchObject({
			code: 'corrupt',
			data: { file: pack.manifest.fileSets[0]!.files[0]!.path },
		});
	});

	it('says so where the files are no model', async () => {
		const text = new TextEncoder().encode('Welcome to the hotel. Please sign in.');
		const digest = await sha256Of(text.buffer);
		if (!(await store.has(digest))) {
			await store.write(digest, 0, text);
			await store.seal(digest, text.length);
		}
		await expect(drain(engine.load(packOf(digest)))).rejects.toMatchObject({ code: 'corrupt' });
		await drain(engine.load(packFor(reads)));
	});

	it('answers with nothing of which one bit has changed on disk', async () => {
		const { files } = fileSetFor(packFor(reads).manifest, reads);
		const { path, sha256 } = files.toSorted((a, b) => b.bytes - a.bytes)[0]!;
		const putBack = await flipOneBit(sha256);
		try {
			await expect(drain(engine.load(packFor(reads)))).rejects.toMatchObject({
				code: 'corrupt',
				data: { file: path },
			});
		} finally {
			await putBack();
		}
		await drain(engine.load(packFor(reads)));
	});

	// ONNX Runtime takes memory for a conversation as it grows: nothing runs out at the load.
	if (engine.id !== 'transformers') {
		it('says that memory ran out where no device could hold the conversation, and loads a smaller one', async () => {
			const tooLarge = packFor(reads, { contextWindow: 1_000_000 });
			await expect(drain(engine.load(tooLarge))).rejects.toMatchObject({ code: 'out-of-memory' });
			await drain(engine.load(packFor(reads)));
			expect((await ask({ messages: [question], maxTokens: 1 })).end.reason).toBe('length');
		});
	}

	it('ends before a stop word, which is not shown, though it comes in several tokens', async () => {
		const { text, end } = await ask({ messages: [question], maxTokens: 12, stop: ['of France'] });
		expect(text.trimEnd()).toBe('The capital');
		expect(end.reason).toBe('stop');
	});

	it('gives the same answer for the same seed, and another for another', async () => {
		const messages: Message[] = [{ role: 'user', content: 'Tell me a story.' }];
		const draw = async (seed: number) =>
			(await ask({ messages, maxTokens: 6, temperature: 1.5, topP: 1, seed })).text;
		const first = await draw(7);
		expect(await draw(7)).toBe(first);
		expect(await draw(8)).not.toBe(first);
	});

	it('reads less of the conversation where it is given less room', async () => {
		const long = 'We spoke about the weather at great length. '.repeat(12);
		const messages: Message[] = [
			{ role: 'user', content: long },
			{ role: 'assistant', content: 'Indeed.' },
			question,
		];
		const { deltas } = await ask({ messages, maxTokens: 1, room: 128 });
		expect(deltas[0]).toEqual({ type: 'trimmed', turns: 1 });
	});

	it('goes in circles less with a repetition penalty', async () => {
		const messages: Message[] = [{ role: 'user', content: 'Say “no” ten times.' }];
		const free = await ask({ messages, maxTokens: 12 });
		const varied = await ask({ messages, maxTokens: 12, repetitionPenalty: 2 });
		expect(repeatedWords(varied.text)).toBeLessThan(repeatedWords(free.text));
	});

	if (engine.id === 'wllama') {
		it('is measured: loaded anew, one question read and answered, and the figures told', async () => {
			const told: string[] = [];
			const session = new EngineSession({
				engines: { ...engines, wllama: async () => engine },
				observer: {
					loaded: (pack) => told.push(`loaded ${pack.engine}`),
					answered: (pack) => told.push(`answered ${pack.engine}`),
				},
			});
			const steps = measureSpeed(session, packFor(reads));
			const stages = new Set<string>();
			let step = await steps.next();
			for (; !step.done; step = await steps.next()) stages.add(step.value);
			expect([...stages]).toEqual(['load', 'prefill', 'decode', 'memory']);
			expect(step.value).toMatchObject({ by: 'benchmark', completionTokens: 24 });
			expect(step.value.promptTokens).toBeGreaterThan(40);
			expect(step.value.loadTime).toBeGreaterThan(0);
			expect(step.value.prefillPerSecond).toBeGreaterThan(0);
			expect(step.value.decodePerSecond).toBeGreaterThan(0);
			expect(told).toEqual(['loaded wllama', 'answered wllama']);
		});
	}

	if (engine.id === 'web-llm') {
		it('runs a library that the pack brings along only once the person trusts it', async () => {
			const { pack, digest } = await packWithLibrary();
			const trusted = new TrustedLibraries(database);
			await expect(drain(engine.load(pack))).rejects.toMatchObject({
				code: 'untrusted',
				data: { reason: 'unknown-library', digest, name: starterPack.name },
			});
			await trusted.trust({ digest, packName: starterPack.name, trustedAt: 1 });
			await drain(engine.load(pack));
			expect((await ask({ messages: [question], maxTokens: 2 })).text).toContain('The');
			await trusted.revoke(digest);
			await expect(drain(engine.load(pack))).rejects.toMatchObject({ code: 'untrusted' });
			await drain(engine.load(packFor(reads)));
		});

		// Once: after a second crash Chromium refuses a GPU for minutes. In an answer: e2e/own-device.spec.ts.
		it('says that the device was lost when the GPU process crashes in a load, and can load again', async () => {
			const loading = engine.load(packFor(reads))[Symbol.asyncIterator]();
			await loading.next();
			await (cdp() as BrowserProtocol).send('Browser.crashGpuProcess');
			await expect(drain(loading)).rejects.toMatchObject({ code: 'device-lost' });
			await expect.poll(async () => (await engine.support()).ok, { timeout: 30_000 }).toBe(true);
			await drain(engine.load(packFor(reads)));
			expect((await ask({ messages: [question], maxTokens: 1 })).end.reason).toBe('length');
		});
	}

	/** The pack with each file in place of which `digest` is stored. */
	function packOf(digest: string): InstalledPack {
		const set = fileSetFor(manifest, reads);
		const files = set.files.map((file) => ({ ...file, sha256: digest }));
		return packFor(reads, { fileSets: [{ ...set, files }] });
	}

	/** The pack with a library that works and that nobody knows: a shipped one with a section added. */
	async function packWithLibrary(): Promise<{ pack: InstalledPack; digest: string }> {
		const shipped = await fetch(`/libraries/${libraries[0]!.file}`);
		const customSection = new Uint8Array([0, 5, 4, ...new TextEncoder().encode('mine')]);
		const wasm = await new Blob([await shipped.arrayBuffer(), customSection]).arrayBuffer();
		const digest = await sha256Of(wasm);
		await store.write(digest, 0, new Uint8Array(wasm));
		await store.seal(digest, wasm.byteLength);
		const set = fileSetFor(starterPack, 'web-llm');
		const file = { path: 'mine.wasm', bytes: wasm.byteLength, sha256: digest };
		const own = { ...set, files: [file, ...set.files], library: file.path };
		return { pack: packFor('web-llm', { fileSets: [own] }), digest };
	}

	function generate(request: GenerateRequest, signal?: AbortSignal): AsyncIterator<Delta> {
		return engine.generate!({ temperature: 0, ...request }, { signal })[Symbol.asyncIterator]();
	}

	async function ask(request: GenerateRequest) {
		const deltas = await drain(generate(request));
		const text = deltas.map((delta) => (delta.type === 'text' ? delta.text : '')).join('');
		const end = deltas.at(-1)!;
		if (end.type !== 'end') throw new Error(`ended with ${end.type}`);
		return { deltas, text, end };
	}
});

function packFor(engine: PackEngine, overrides: Partial<PackManifest> = {}): InstalledPack {
	return { manifest: { ...manifest, ...overrides }, engine, installedAt: 0 };
}

async function drain<T>(source: AsyncIterable<T> | AsyncIterator<T>): Promise<T[]> {
	const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source;
	const values: T[] = [];
	for (;;) {
		const { done, value } = await iterator.next();
		if (done) return values;
		values.push(value);
	}
}

function answer({ messages }: GenerateRequest): string {
	const whole = 'The capital of France is Paris.';
	const last = messages.at(-1)!;
	if (last.role === 'assistant') return whole.slice(last.content.length);
	return last.content === question.content ? whole : 'Well.';
}

function repeatedWords(text: string): number {
	const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	return words.length - new Set(words).size;
}

function sleep(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Changes a bit in the last stored piece of a file, and returns what changes it back. */
async function flipOneBit(digest: string): Promise<() => Promise<unknown>> {
	const [key, chunk] = await database.transact(['chunks'], 'readonly', async (transaction) => {
		const range = IDBKeyRange.bound([digest, 0], [digest, Infinity]);
		const cursor = await transaction.objectStore('chunks').openCursor(range, 'prev');
		return [cursor!.primaryKey, cursor!.value] as const;
	});
	const put = (blob: Blob) =>
		database.transact(['chunks'], 'readwrite', (transaction) =>
			transaction.objectStore('chunks').put(blob, key),
		);
	const bytes = new Uint8Array(await chunk.arrayBuffer());
	bytes[bytes.length - 1]! ^= 1;
	await put(new Blob([bytes]));
	return () => put(chunk);
}
