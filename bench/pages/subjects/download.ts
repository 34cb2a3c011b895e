import { connect } from '../../../src/lib/rpc.ts';
import type { DownloadWorker } from '../download-contract.ts';
import type { Subject } from '../subject.ts';

/** Fetches files as the installer does, in a worker. */
export function createSubject(): Subject & DownloadWorker {
	const worker = new Worker(new URL('../download-worker.ts', import.meta.url), { type: 'module' });
	const { remote } = connect<DownloadWorker>(worker);
	const none = async () => {
		throw new Error('this subject only fetches');
	};
	return {
		fetchAll: (files, way) => remote.fetchAll(files, way),
		prepare: none,
		load: none,
		generate: none,
	};
}
