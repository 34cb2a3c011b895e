import {
	env,
	pipeline,
	type FeatureExtractionPipeline,
	type Tensor,
} from '@huggingface/transformers';
import wasmModule from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { serve } from '../../src/lib/rpc.ts';

/** What the page asks of the bare library in its worker. */
export interface BareEmbeddings {
	load(): Promise<void>;
	embed(texts: readonly string[], atOnce: number): Promise<number[]>;
}

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/packs/';
env.useBrowserCache = false;
// Its default imports the module from a blob: address, which the security policy refuses.
env.useWasmCache = false;
const { wasm: runtime } = env.backends.onnx;
if (runtime) runtime.wasmPaths = { mjs: wasmModule, wasm };

let extractor: FeatureExtractionPipeline;

serve<BareEmbeddings>(self as never, {
	async load() {
		extractor = await pipeline('feature-extraction', 'all-minilm-l6-v2', {
			device: 'wasm',
			dtype: 'fp32',
		});
	},
	async embed(texts, atOnce) {
		let first: number[] | undefined;
		for (let i = 0; i < texts.length; i += atOnce) {
			const batch = texts.slice(i, i + atOnce);
			const vectors: Tensor = await extractor(batch, { pooling: 'mean', normalize: true });
			first ??= (vectors.tolist() as number[][])[0]!;
		}
		return first ?? [];
	},
});
