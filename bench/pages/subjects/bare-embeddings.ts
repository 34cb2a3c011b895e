import { connect } from '../../../src/lib/rpc.ts';
import type { BareEmbeddings } from '../bare-embeddings-worker.ts';
import type { EmbeddingSubject } from '../embedding-subject.ts';

/** transformers.js's own pipeline in a worker, on the processor; `?at-once=` texts go into it together. */
export function createSubject(options: URLSearchParams): EmbeddingSubject {
	const worker = new Worker(new URL('../bare-embeddings-worker.ts', import.meta.url), {
		type: 'module',
	});
	const { remote } = connect<BareEmbeddings>(worker);
	const atOnce = Number(options.get('at-once'));
	return {
		load: () => remote.load(),
		async embed(texts) {
			const start = performance.now();
			const first = await remote.embed(texts, atOnce);
			return { milliseconds: performance.now() - start, first };
		},
	};
}
