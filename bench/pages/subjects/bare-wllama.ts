import { Wllama } from '@wllama/wllama/esm/index.js';
import wasm from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { addresses } from '../addresses.ts';
import { Stopwatch } from '../stopwatch.ts';
import { messagesOf, type Subject } from '../subject.ts';

/** wllama (llama.cpp in wasm) with the GGUF, as its documentation sets it up, on the processor. */
export function createSubject(): Subject {
	const wllama = new Wllama({ default: wasm }, { suppressNativeLog: true });
	return {
		prepare: () => wllama.modelManager.downloadModel(addresses.gguf).then(() => {}),
		load: () => wllama.loadModelFromUrl(addresses.gguf, { n_ctx: 2048, n_gpu_layers: 0 }),
		async generate(question) {
			const stopwatch = new Stopwatch();
			const chunks = await wllama.createChatCompletion({
				messages: messagesOf(question),
				temperature: 0,
				max_tokens: question.maxTokens,
				stream: true,
			});
			let timings;
			for await (const chunk of chunks) {
				stopwatch.text(chunk.choices[0]?.delta.content ?? '');
				timings = chunk.timings ?? timings;
			}
			const times = stopwatch.stop();
			if (!timings) throw new Error('wllama reported no timings');
			return { ...times, completionTokens: timings.predicted_n, prefillMs: timings.prompt_ms };
		},
	};
}
