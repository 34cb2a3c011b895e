import type { MLCEngine } from '@mlc-ai/web-llm';
import type { PrefillingPipeline } from './kept-prefix.ts';
import type { TokenizingPipeline } from './prompt-tokens.ts';

/** The pipeline of a model that WebLLM has loaded: private there, so that each who uses it says what it expects. */
export function loadedPipeline(
	engine: MLCEngine,
	modelId: string,
): PrefillingPipeline & TokenizingPipeline {
	const { loadedModelIdToPipeline } = engine as unknown as {
		loadedModelIdToPipeline: Map<string, PrefillingPipeline & TokenizingPipeline>;
	};
	return loadedModelIdToPipeline.get(modelId)!;
}
