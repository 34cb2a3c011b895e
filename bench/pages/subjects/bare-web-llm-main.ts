import { MLCEngine } from '@mlc-ai/web-llm';
import { bareConfig, generateBare, MODEL_ID } from '../bare-web-llm.ts';
import type { Subject } from '../subject.ts';

/** WebLLM on the page's own thread: nothing between the caller and the engine. */
export async function createSubject(): Promise<Subject> {
	const engine = new MLCEngine({ appConfig: await bareConfig() });
	const load = () => engine.reload(MODEL_ID);
	return {
		prepare: load,
		load,
		generate: (question) => generateBare(engine, question),
	};
}
