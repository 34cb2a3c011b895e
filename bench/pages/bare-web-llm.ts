import type { AppConfig, MLCEngineInterface } from '@mlc-ai/web-llm';
import { probeDevice } from '../../src/engines/device.ts';
import { chooseLibrary } from '../../src/engines/web-llm/libraries.ts';
import { starterPack } from '../../src/packs/catalogue/index.ts';
import { addresses } from './addresses.ts';
import { Stopwatch } from './stopwatch.ts';
import { messagesOf, type Question, type Turn } from './subject.ts';

export const MODEL_ID = 'starter';

/**
 * WebLLM as its own documentation sets it up, with the library that Quern takes and the cache that
 * `?backend=` names: its IndexedDB cache, where none is named.
 */
export async function bareConfig(options = new URLSearchParams()): Promise<AppConfig> {
	const choice = chooseLibrary(starterPack, await probeDevice());
	if (!choice.ok || choice.from === 'pack') throw new Error('no library of the app runs here');
	return {
		cacheBackend: (options.get('backend') ?? 'indexeddb') as 'cache' | 'indexeddb' | 'opfs',
		opfsAccessMode: (options.get('access') ?? 'async') as 'async' | 'sync',
		model_list: [
			{
				model_id: MODEL_ID,
				model: addresses.webLlmModel,
				model_lib: new URL(`/libraries/${choice.library.file}`, location.href).href,
			},
		],
	};
}

export async function generateBare(engine: MLCEngineInterface, question: Question): Promise<Turn> {
	const stopwatch = new Stopwatch();
	const chunks = await engine.chat.completions.create({
		messages: messagesOf(question),
		temperature: 0,
		max_tokens: question.maxTokens,
		stream: true,
		stream_options: { include_usage: true },
	});
	let usage;
	for await (const chunk of chunks) {
		stopwatch.text(chunk.choices[0]?.delta.content ?? '');
		usage = chunk.usage ?? usage;
	}
	const times = stopwatch.stop();
	if (!usage) throw new Error('WebLLM reported no usage');
	return {
		...times,
		completionTokens: usage.completion_tokens,
		prefillMs: (usage.prompt_tokens / usage.extra.prefill_tokens_per_s) * 1000,
		prefilledTokens: usage.prompt_tokens,
		decodeMsPerToken: 1000 / usage.extra.decode_tokens_per_s,
	};
}
