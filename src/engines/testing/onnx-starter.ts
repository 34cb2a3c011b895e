import { commands } from 'vitest/browser';
import type { FileSet, PackFile } from '../../packs/manifest.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { sha256Of } from '../sha256-of.ts';

declare module 'vitest/browser' {
	interface BrowserCommands {
		/** Makes the starter model's ONNX graph of that name, below `.cache/onnx-model` (scripts/onnx-model.mjs). */
		prepareOnnxModel(name: string): Promise<void>;
	}
}

/** Half as large as float32 and as fast: quantized, these weights take ONNX Runtime's wasm two to seven times as long. */
const GRAPH = 'model_half';

/** The pack's files, and what they are made of. config.json is what transformers.js reads first. */
const FILES = [
	['config.json', 'config.json'],
	['generation_config.json', 'generation_config.json'],
	['tokenizer_config.json', 'tokenizer_config.json'],
	['tokenizer.json', 'tokenizer.json'],
	['onnx/model.onnx', `onnx/${GRAPH}.onnx`],
] as const;

/** Converts the starter model to ONNX, once, stores it, and returns it as a file set of the starter pack. */
export async function installOnnxStarter(store: ShardStore): Promise<FileSet> {
	await commands.prepareOnnxModel(GRAPH);
	const files: PackFile[] = [];
	for (const [path, source] of FILES) {
		const response = await fetch(`/.cache/onnx-model/${source}`);
		const bytes = await response.arrayBuffer();
		const sha256 = await sha256Of(bytes);
		files.push({ path, bytes: bytes.byteLength, sha256 });
		if (await store.has(sha256)) continue;
		await store.write(sha256, 0, new Uint8Array(bytes));
		await store.seal(sha256, bytes.byteLength);
	}
	// Less than the truth (1.5 GB): else it would be loaded once more after the GPU was tried.
	return { engine: 'transformers', files, memoryBytes: 400e6 };
}
