import { WebWorkerMLCEngine } from '@mlc-ai/web-llm';
import { bareConfig, generateBare, MODEL_ID } from '../bare-web-llm.ts';
import type { Subject } from '../subject.ts';

/** WebLLM in a worker through its own client: the arrangement that Quern's engine also has. */
export async function createSubject(options: URLSearchParams): Promise<Subject> {
	const appConfig = await bareConfig(options);
	let engine: WebWorkerMLCEngine;
	const load = async () => {
		const worker = new Worker(new URL('../bare-web-llm-worker.ts', import.meta.url), {
			type: 'module',
		});
		engine = new WebWorkerMLCEngine(worker, { appConfig });
		await engine.reload(MODEL_ID);
	};
	return {
		prepare: load,
		load,
		generate: (question) => generateBare(engine, question),
	};
}
