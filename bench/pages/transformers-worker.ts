import {
	env,
	pipeline,
	TextStreamer,
	type TextGenerationPipeline,
} from '@huggingface/transformers';
import wasmModule from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { addresses } from './addresses.ts';
import { messagesOf, type Question } from './subject.ts';

export type TransformersRequest =
	{ kind: 'load'; modelFile: string; fromHub: boolean } | { kind: 'generate'; question: Question };
export type TransformersReply =
	| { kind: 'loaded' }
	| { kind: 'token' }
	| { kind: 'text'; text: string }
	| { kind: 'done' }
	| { kind: 'failed'; message: string };

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = addresses.transformersModels;
env.useBrowserCache = false;
// Its default imports the module from a blob: address, which the security policy refuses.
env.useWasmCache = false;
const { wasm: runtime } = env.backends.onnx;
if (runtime) runtime.wasmPaths = { mjs: wasmModule, wasm };

let generator: TextGenerationPipeline;
const post = (reply: TransformersReply) => self.postMessage(reply);

async function load(modelFile: string, fromHub: boolean): Promise<void> {
	if (fromHub) playHub();
	generator = await pipeline('text-generation', 'onnx-model', {
		device: 'wasm',
		// The file is named whole: 'fp32' only keeps a suffix from being added to it.
		dtype: 'fp32',
		model_file_name: modelFile,
	});
	post({ kind: 'loaded' });
}

/** As a page sets it up that takes its models from a hub and keeps them in the browser's cache. */
function playHub(): void {
	env.allowRemoteModels = true;
	env.allowLocalModels = false;
	env.useBrowserCache = true;
	env.remoteHost = new URL(addresses.transformersModels, location.href).href;
	env.remotePathTemplate = '{model}/';
}

async function generate(question: Question): Promise<void> {
	const streamer = new TextStreamer(generator.tokenizer, {
		skip_prompt: true,
		skip_special_tokens: true,
		callback_function: (text: string) => post({ kind: 'text', text }),
		// It shows whole words only, so its text comes later than its tokens.
		token_callback_function: () => post({ kind: 'token' }),
	});
	await generator(messagesOf(question), {
		do_sample: false,
		max_new_tokens: question.maxTokens,
		streamer,
	});
	post({ kind: 'done' });
}

self.onmessage = ({ data }: MessageEvent<TransformersRequest>) => {
	const work = data.kind === 'load' ? load(data.modelFile, data.fromHub) : generate(data.question);
	work.catch((error: unknown) => post({ kind: 'failed', message: String(error) }));
};
