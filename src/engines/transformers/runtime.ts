import { env, LogLevel } from '@huggingface/transformers';
import wasmModule from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { PACKS_URL, type PackCache } from './pack-cache.ts';

/**
 * Makes transformers.js read from the pack and from nowhere else, and ONNX Runtime take its own code from
 * this origin: unless told, both fetch from public servers.
 */
export function configureRuntime(cache: PackCache): void {
	env.allowRemoteModels = false;
	// The one way to make it look at an address of ours; `fetch` below then finds nothing there.
	env.allowLocalModels = true;
	env.localModelPath = PACKS_URL;
	env.useBrowserCache = false;
	env.useCustomCache = true;
	env.customCache = cache;
	env.fetch = async () => new Response(null, { status: 404 });
	env.logLevel = LogLevel.NONE;
	// Its default imports the module from a blob: address, which the security policy refuses.
	env.useWasmCache = false;
	// Both, or neither is found: with one alone, threads wait for ever.
	env.backends.onnx.wasm!.wasmPaths = { mjs: wasmModule, wasm };
}
