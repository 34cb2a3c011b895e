import { afterEach } from 'vitest';
import { connect } from '../../../lib/rpc.ts';
import type { OpfsWorker } from './worker-contract.ts';

const started: { worker: Worker; name: string }[] = [];

afterEach(async () => {
	const root = await navigator.storage.getDirectory();
	for (const { worker, name } of started.splice(0)) {
		worker.terminate();
		indexedDB.deleteDatabase(name);
		await root.removeEntry(name, { recursive: true }).catch(() => {});
	}
});

/** A store over its own database and folder, or over those called `name`; `stop` ends its worker as a kill does. */
export function startOpfsWorker(name = `opfs-${crypto.randomUUID()}`) {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
	started.push({ worker, name });
	return { name, store: connect<OpfsWorker>(worker).remote, stop: () => worker.terminate() };
}
