// Joins WebLLM's own list of models, as the installed package has it, with what the list does not say.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { offeredModels } from './offered-models.mjs';

const MIB = 2 ** 20;
/** WebLLM's two 4-bit kinds: `f16` calculates in half precision, `f32` runs on every GPU. */
const KINDS = /** @type {const} */ (['f16', 'f32']);
/** 32 weights of 4 bits share one scale of 16 or 32 bits. */
const BITS_PER_WEIGHT = { f16: 4 + 16 / 32, f32: 4 + 32 / 32 };

/** The catalogue of models on the hub: what goes into src/packs/catalogue/hub-models.json. */
export async function hubModels(offered = offeredModels) {
	const { prebuiltAppConfig } = await import('@mlc-ai/web-llm');
	const path = createRequire(import.meta.url).resolve('@mlc-ai/web-llm');
	const { version } = JSON.parse(await readFile(new URL('../package.json', `file://${path}`)));
	return {
		list: `@mlc-ai/web-llm ${version}`,
		models: offered.map((model) => join(model, prebuiltAppConfig.model_list)),
	};
}

function join({ listed, embedding, ...told }, list) {
	const variants = KINDS.flatMap((kind) => {
		const record = list.find(({ model_id }) => model_id === `${listed}-q4${kind}_1-MLC`);
		return record ? [variantOf(record, kind, told.parameters, embedding)] : [];
	});
	if (variants.length === 0) throw new Error(`WebLLM's list has no ${listed}`);
	return { ...told, variants };
}

function variantOf(record, kind, parameters, [vocabulary, width]) {
	const { context_window_size: contextWindow, ...overrides } = record.overrides ?? {};
	if (!contextWindow) throw new Error(`${record.model_id} has no context window`);
	const features = new Set(record.required_features);
	// The list leaves it out of some records, but every kernel in half precision needs it.
	if (kind === 'f16') features.add('shader-f16');
	return {
		listId: record.model_id,
		kind,
		quantization: `q4${kind}_1`,
		repository: new URL(record.model).pathname.slice(1),
		libraryUrl: record.model_lib,
		contextWindow,
		overrides,
		features: [...features],
		/** Of one buffer: the embedding's 4-bit words, unless the list knows of a larger one. */
		largestBufferBytes: Math.max((vocabulary * width) / 2, record.buffer_size_required_bytes ?? 0),
		memoryBytes: Math.round(record.vram_required_MB * MIB),
		lowResource: record.low_resource_required ?? false,
		/** An estimate. The exact number is the hub's to tell. */
		aboutBytes: Math.round((parameters * BITS_PER_WEIGHT[kind]) / 8),
	};
}
