import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddingPack } from '../packs/catalogue/index.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import { fileSetFor, type PackEngine } from '../packs/manifest.ts';
import { Database } from '../storage/database.ts';
import { IndexedDbShardStore } from '../storage/indexed-db-shard-store.ts';
import type { Engine } from './engine.ts';
import { sha256Of } from './sha256-of.ts';
import { agree } from './transformers/agreement.ts';
import { TransformersEngine } from './transformers/engine.ts';
import { ModelProcess } from './transformers/model-process.ts';

// What every engine that embeds promises, seen with the embedding pack's real weights.

const DATABASE = 'embedding-contract';
const store = new IndexedDbShardStore(new Database(DATABASE));

const subjects: { engine: Engine; reads: PackEngine }[] = [
	{ engine: new TransformersEngine({ database: DATABASE }), reads: 'transformers' },
];

/** Digests of no file, and of one whose bytes are others. */
const MISSING = '0'.repeat(64);
const CHANGED = '1'.repeat(64);

const sentences = [
	'The cat sleeps on the warm windowsill.',
	'A kitten is napping in the sun by the window.',
	'The central bank raised interest rates again.',
];

describe.each(subjects)('$engine.id', ({ engine, reads }) => {
	const set = fileSetFor(embeddingPack, reads);

	beforeAll(async () => {
		await install();
		await storeAs(CHANGED, Uint8Array.of(1, 2, 3));
	});
	afterAll(() => engine.unload());

	it('loads, telling how far it is', async () => {
		const seen: number[] = [];
		for await (const { fraction } of engine.load(pack())) seen.push(fraction);
		expect(seen.at(-1)).toBe(1);
		expect(seen).toEqual(seen.toSorted((a, b) => a - b));
	});

	it('tries both backends once on a device, and keeps which was faster', async () => {
		const before = await new TransformersEngine({ database: DATABASE }).measured(pack());
		expect(before?.milliseconds.wasm).toBeGreaterThan(0);
		for await (const { stage } of engine.load(pack())) expect(stage).not.toBe('compare');
	});

	it('computes the same on the GPU', async () => {
		const call = { pack: pack(), database: DATABASE };
		const results: number[][] = [];
		for (const backend of ['wasm', 'webgpu'] as const) {
			const process = new ModelProcess();
			await drain(process.remote.load({ ...call, backend }));
			results.push([...(await process.remote.tryOut()).output]);
			process.end();
		}
		expect(agree(results[0]!, results[1]!)).toBe(true);
	});

	it('gives vectors of length 1, the nearer the likelier the meaning', async () => {
		const [cat, kitten, bank] = await embed(sentences);
		for (const vector of [cat, kitten, bank]) expect(dot(vector!, vector!)).toBeCloseTo(1, 5);
		expect(dot(cat!, kitten!)).toBeGreaterThan(0.5);
		expect(dot(cat!, bank!)).toBeLessThan(0.2);
	});

	it('gives the same text the same vector, wherever it stands', async () => {
		const [first, , third] = await embed(sentences);
		const [alone] = await embed([sentences[0]!]);
		const turned = await embed(sentences.toReversed());
		expect(alone).toEqual(first);
		expect(turned[2]).toEqual(first);
		expect(turned[0]).toEqual(third);
	});

	it('embeds no text, an empty one, and the beginning of one that is too long', async () => {
		expect(await embed([])).toEqual([]);
		const long = 'The mill grinds slowly. '.repeat(200);
		const [empty, whole, beginning] = await embed(['', long, `${long} The end.`]);
		expect(dot(empty!, empty!)).toBeCloseTo(1, 5);
		expect(beginning).toEqual(whole);
	});

	it('stops between two texts, refuses a second call meanwhile, and goes on at once', async () => {
		const controller = new AbortController();
		const running = engine.embed!(
			Array.from({ length: 500 }, (_, i) => `Sentence ${i}.`),
			{ signal: controller.signal },
		);
		await expect(embed(['x'])).rejects.toMatchObject({ code: 'busy' });
		controller.abort();
		await expect(running).rejects.toMatchObject({ code: 'aborted' });
		expect(await embed([sentences[0]!])).toHaveLength(1);
	});

	it('does not chat', async () => {
		const answer = engine.generate!({ messages: [{ role: 'user', content: 'Hello' }] });
		await expect(answer[Symbol.asyncIterator]().next()).rejects.toMatchObject({
			code: 'unsupported',
		});
	});

	it.each(set.files.map(({ path }) => path))(
		'refuses %s where it is missing or changed on disk',
		async (path) => {
			for (const digest of [MISSING, CHANGED]) {
				await expect(loadWith(path, digest)).rejects.toMatchObject({
					code: 'corrupt',
					data: { file: path },
				});
			}
		},
	);

	it('says so where the graph is none, whatever its digest', async () => {
		const text = new TextEncoder().encode('Welcome to the hotel. Please sign in.');
		const digest = await sha256Of(text.buffer);
		await storeAs(digest, text);
		await expect(loadWith('onnx/model.onnx', digest)).rejects.toMatchObject({ code: 'corrupt' });
	});

	/** Loads the pack with other bytes in place of one file. */
	function loadWith(path: string, sha256: string): Promise<void> {
		const files = set.files.map((file) => (file.path === path ? { ...file, sha256 } : file));
		return drain(engine.load(pack([{ ...set, files }])));
	}

	function embed(texts: string[]): Promise<Float32Array[]> {
		return engine.embed!(texts);
	}

	async function install(): Promise<void> {
		for (const { path, sha256, bytes } of set.files) {
			const response = await fetch(`/packs/${embeddingPack.id}/${path}`);
			const content = new Uint8Array(await response.arrayBuffer());
			expect(content).toHaveLength(bytes);
			await storeAs(sha256, content);
		}
	}
});

function pack(fileSets = embeddingPack.fileSets): InstalledPack {
	return { manifest: { ...embeddingPack, fileSets }, engine: 'transformers', installedAt: 0 };
}

async function storeAs(digest: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
	await store.write(digest, 0, bytes);
	await store.seal(digest, bytes.length);
}

function dot(a: Float32Array, b: Float32Array): number {
	return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

async function drain(source: AsyncIterable<unknown>): Promise<void> {
	for await (const value of source) void value;
}
