import { WebLlmEngine } from '../../../src/engines/web-llm/engine.ts';
import { connect } from '../../../src/lib/rpc.ts';
import { starterPack } from '../../../src/packs/catalogue/index.ts';
import { databases, type Place, type ShelfWorker } from '../shelf-contract.ts';
import type { Subject } from '../subject.ts';

/** Reads shards from the place that `?place=` names; loads Quern's engine, where that is a shelf of Quern's. */
export function createSubject(options: URLSearchParams): Subject & Pick<ShelfWorker, 'readAll'> {
	const place = options.get('place') as Place;
	const start = () => {
		const worker = new Worker(new URL('../shelf-worker.ts', import.meta.url), { type: 'module' });
		return connect<ShelfWorker>(worker).remote;
	};
	return {
		prepare: () => start().fill(),
		readAll: (from) => start().readAll(from),
		async load() {
			const engine = new WebLlmEngine({ database: databases[place as keyof typeof databases] });
			const pack = { manifest: starterPack, engine: 'web-llm', installedAt: 0 } as const;
			const steps = engine.load(pack)[Symbol.asyncIterator]();
			while (!(await steps.next()).done);
		},
		async generate() {
			throw new Error('this subject only loads');
		},
	};
}
