import type { Engine, Usage } from '../../src/engines/engine.ts';
import { Stopwatch } from './stopwatch.ts';
import { messagesOf, type Question, type Turn } from './subject.ts';

/** One greedy answer of an engine of Quern's, timed. */
export async function quernTurn(engine: Engine, question: Question): Promise<Turn> {
	if (!engine.generate) throw new Error(`${engine.id} cannot generate`);
	const stopwatch = new Stopwatch();
	const deltas = engine.generate({
		messages: messagesOf(question),
		maxTokens: question.maxTokens,
		temperature: 0,
	});
	let usage: Usage | undefined;
	for await (const delta of deltas) {
		if (delta.type === 'text') stopwatch.text(delta.text);
		if (delta.type === 'end') usage = delta.usage;
	}
	const times = stopwatch.stop();
	if (!usage) throw new Error('the engine reported no usage');
	return {
		...times,
		completionTokens: usage.completionTokens,
		prefillMs: (usage.prefilledTokens / usage.prefillPerSecond) * 1000,
		prefilledTokens: usage.prefilledTokens,
		decodeMsPerToken: 1000 / usage.decodePerSecond,
	};
}

export async function drain(progress: AsyncIterable<unknown>): Promise<void> {
	const steps = progress[Symbol.asyncIterator]();
	while (!(await steps.next()).done);
}
