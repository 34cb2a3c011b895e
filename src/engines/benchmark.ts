import type { CallOptions } from '../lib/call-options.ts';
import { AppError } from '../lib/errors.ts';
import type { InstalledPack } from '../packs/installed-pack.ts';
import type { PackSpeed } from '../packs/records/pack-use.ts';
import type { EngineSession } from './engine-session.svelte.ts';
import type { GenerateRequest, Usage } from './engine.ts';
import { measurePageMemory } from './page-memory.ts';

/** What is being measured. */
export type BenchmarkStage = 'load' | 'prefill' | 'decode' | 'memory';

/** About fifty tokens to read, and an answer that no model ends early. Greedy, so that all do the same work. */
const QUESTION: GenerateRequest = {
	messages: [
		{
			role: 'user',
			content:
				'A baker sells bread, rolls and cakes on the market square every morning. ' +
				'Before the sun is up she lights the oven, kneads the dough and sets the tables. ' +
				'Now count from one to fifty in words, and write nothing else.',
		},
	],
	maxTokens: 24,
	temperature: 0,
};

/**
 * Loads the pack anew and has it answer one fixed question: load time, tokens per second of reading and writing, the
 * page's memory. Takes seconds on a GPU and up to a minute on a processor. Throws as `EngineSession.generate`
 * does, `busy` while it answers.
 */
export async function* measureSpeed(
	session: EngineSession,
	pack: InstalledPack,
	o: CallOptions = {},
): AsyncGenerator<BenchmarkStage, PackSpeed> {
	yield 'load';
	await session.unload();
	const begun = performance.now();
	await session.load(pack, o);
	const loadTime = performance.now() - begun;
	yield 'prefill';
	let usage: Usage | undefined;
	for await (const delta of session.generate(QUESTION, o)) {
		if (delta.type === 'text') yield 'decode';
		if (delta.type === 'end') usage = delta.usage;
	}
	if (!usage) throw new AppError('internal', 'the answer told no figures');
	yield 'memory';
	const memoryBytes = await measurePageMemory();
	return {
		measuredAt: Date.now(),
		by: 'benchmark',
		loadTime,
		prefillPerSecond: usage.prefillPerSecond,
		promptTokens: usage.prefilledTokens,
		decodePerSecond: usage.decodePerSecond,
		completionTokens: usage.completionTokens,
		...(memoryBytes !== undefined && { memoryBytes }),
	};
}
