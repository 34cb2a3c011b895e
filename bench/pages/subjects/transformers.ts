import { Stopwatch } from '../stopwatch.ts';
import type { Subject } from '../subject.ts';
import type { TransformersReply, TransformersRequest } from '../transformers-worker.ts';

/**
 * transformers.js (ONNX Runtime in wasm) in a worker; `?model=` names the ONNX file without its ending, `?hub` has it
 * fetched and cached as from a hub.
 */
export function createSubject(options: URLSearchParams): Subject {
	const worker = new Worker(new URL('../transformers-worker.ts', import.meta.url), {
		type: 'module',
	});
	const call = (request: TransformersRequest, listen: (reply: TransformersReply) => void) =>
		new Promise<void>((resolve, reject) => {
			worker.onerror = (event) => reject(new Error(event.message));
			worker.onmessage = ({ data }: MessageEvent<TransformersReply>) => {
				listen(data);
				if (data.kind === 'failed') reject(new Error(data.message));
				else if (data.kind === 'loaded' || data.kind === 'done') resolve();
			};
			worker.postMessage(request);
		});
	return {
		prepare: async () => {},
		load: () =>
			call(
				{
					kind: 'load',
					modelFile: options.get('model') ?? 'model',
					fromHub: options.has('hub'),
				},
				() => {},
			),
		async generate(question) {
			const stopwatch = new Stopwatch();
			let completionTokens = 0;
			await call({ kind: 'generate', question }, (reply) => {
				if (reply.kind === 'token') {
					stopwatch.token();
					completionTokens++;
				} else if (reply.kind === 'text') {
					stopwatch.text(reply.text);
				}
			});
			return { ...stopwatch.stop(), completionTokens };
		},
	};
}
