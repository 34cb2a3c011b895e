import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackEngine, PackManifest } from '../packs/manifest.ts';
import { Database } from '../storage/database.ts';
import { IndexedDbShardStore } from '../storage/indexed-db-shard-store.ts';
import type { Engine, Message, Usage } from './engine.ts';
import { installStarter } from './testing/starter-in-store.ts';
import { TransformersEngine } from './transformers/engine.ts';
import { WllamaEngine } from './wllama/engine.ts';

// What is read of a prompt whose beginning was read before, with the starter's real weights, and that it changes
// nothing of the answer.

const DATABASE = 'prefix-contract';
const store = new IndexedDbShardStore(new Database(DATABASE));

const subjects: { engine: Engine; reads: PackEngine }[] = [
	{ engine: new WllamaEngine({ store }), reads: 'wllama' },
	{ engine: new TransformersEngine({ database: DATABASE }), reads: 'transformers' },
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
	const answers = new Map<Message, Answer>();

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
		const answer = await ask([...opening, then]);
		answers.set(then, answer);
		expect(answer.usage.prefilledTokens).toBeLessThan(NEARLY + 5);
	});

	it('reads next to nothing when the same is asked again', async () => {
		const { text, usage } = await ask([...opening, then]);
		expect(text).toBe(answers.get(then)!.text);
		expect(usage.promptTokens).toBe(answers.get(then)!.usage.promptTokens);
		expect(usage.prefilledTokens).toBeLessThanOrEqual(2);
	});

	it('reads from the first changed word on when a message is edited', async () => {
		const answer = await ask([...opening, instead]);
		answers.set(instead, answer);
		expect(answer.usage.prefilledTokens).toBeLessThan(NEARLY);
	});

	it('reads from where a branch leaves the other', async () => {
		const { text, usage } = await ask([...opening, then]);
		expect(text).toBe(answers.get(then)!.text);
		expect(usage.prefilledTokens).toBeLessThan(NEARLY);
	});

	it('comes back to a conversation after another', async () => {
		await ask([{ role: 'user', content: 'Give a short title to this: a mill by the river.' }]);
		const { text, usage } = await ask([...opening, then]);
		expect(text).toBe(answers.get(then)!.text);
		// llama.cpp puts the one aside while it reads the other.
		if (engine.id === 'wllama') expect(usage.prefilledTokens).toBeLessThan(NEARLY);
	});

	it('answers as it does from cold', async () => {
		for (const [question, { text, usage }] of answers) {
			await engine.unload();
			await load();
			const cold = await ask([...opening, question]);
			expect(cold.usage.prefilledTokens).toBe(usage.promptTokens);
			expect(cold.text).toBe(text);
		}
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
