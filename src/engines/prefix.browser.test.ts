import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackEngine, PackManifest } from '../packs/manifest.ts';
import { Database } from '../storage/database.ts';
import { IndexedDbShardStore } from '../storage/indexed-db-shard-store.ts';
import type { Engine, Message, Usage } from './engine.ts';
import { installStarter } from './testing/starter-in-store.ts';
import { TransformersEngine } from './transformers/engine.ts';
import { WebLlmEngine } from './web-llm/engine.ts';
import { WllamaEngine } from './wllama/engine.ts';

// What is read of a prompt whose beginning was read before, with the starter's real weights, and that it changes
// nothing of the answer. A GPU in software reads five tokens a second: the messages are short.

const DATABASE = 'prefix-contract';
const store = new IndexedDbShardStore(new Database(DATABASE));

const subjects: { engine: Engine; reads: PackEngine }[] = [
	{ engine: new WllamaEngine({ store }), reads: 'wllama' },
	{ engine: new TransformersEngine({ database: DATABASE }), reads: 'transformers' },
	{ engine: new WebLlmEngine({ database: DATABASE }), reads: 'web-llm' },
];

/** Markers of a message, and a word or two of difference between a text and its tokens. */
const NEARLY = 12;

const system: Message = { role: 'system', content: 'Be brief.' };
const first: Message = { role: 'user', content: 'Name a colour.' };
const then: Message = { role: 'user', content: 'And a tree?' };
const instead: Message = { role: 'user', content: 'And a river?' };

describe.each(subjects)('$engine.id', ({ engine, reads }) => {
	let manifest: PackManifest;
	let opening: readonly Message[];
	let appended: Answer;
	let edited: Answer;

	beforeAll(async () => {
		manifest = await installStarter(store, reads);
		await load();
	}, 300_000);
	afterAll(() => engine.unload());

	it('reads a first prompt', async () => {
		const { text, usage } = await ask([system, first]);
		// The trial of the backends has read the template's first words.
		expect(usage.prefilledTokens).toBeGreaterThan(usage.promptTokens / 2);
		opening = [system, first, { role: 'assistant', content: text }];
	});

	it('reads the new turn only when one is appended', async () => {
		appended = await ask([...opening, then]);
		expect(appended.usage.prefilledTokens).toBeLessThan(NEARLY + 5);
	});

	it('reads next to nothing when the same is asked again', async () => {
		const { text, usage } = await ask([...opening, then]);
		expect(text).toBe(appended.text);
		expect(usage.promptTokens).toBe(appended.usage.promptTokens);
		expect(usage.prefilledTokens).toBeLessThanOrEqual(2);
	});

	it('reads from the first changed word on when a message is edited', async () => {
		edited = await ask([...opening, instead]);
		expect(edited.usage.prefilledTokens).toBeLessThan(NEARLY);
	});

	it('reads from where a branch leaves the other', async () => {
		const { text, usage } = await ask([...opening, then]);
		expect(text).toBe(appended.text);
		expect(usage.prefilledTokens).toBeLessThan(NEARLY);
	});

	it('comes back to a conversation after another', async () => {
		await ask([{ role: 'system', content: 'Title?' }, first]);
		const { text, usage } = await ask([system, first]);
		expect(text).toBe(opening.at(-1)!.content);
		// llama.cpp puts the one aside while it reads the other.
		if (engine.id === 'wllama') expect(usage.prefilledTokens).toBeLessThan(3);
	});

	it('answers as it does from cold', async () => {
		await engine.unload();
		await load();
		const cold = await ask([...opening, instead]);
		expect(cold.usage.prefilledTokens).toBe(cold.usage.promptTokens);
		expect(cold.usage.promptTokens).toBe(edited.usage.promptTokens);
		expect(cold.text).toBe(edited.text);
	});

	async function load(): Promise<void> {
		const pack = { manifest, engine: reads, installedAt: 0 };
		for await (const { fraction } of engine.load(pack)) void fraction;
	}

	async function ask(messages: readonly Message[]): Promise<Answer> {
		let text = '';
		for await (const delta of engine.generate!({ messages, temperature: 0, maxTokens: 4 })) {
			if (delta.type === 'text') text += delta.text;
			if (delta.type === 'end') {
				return { text, usage: delta.usage };
			}
		}
		throw new Error('the answer has no end');
	}
});

interface Answer {
	readonly text: string;
	readonly usage: Usage;
}
