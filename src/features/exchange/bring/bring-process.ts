import { AppError } from '../../../lib/errors.ts';
import { connect } from '../../../lib/rpc.ts';
import type { BringContract } from './bringer.ts';

/** Starts the worker that reads conversations, apart from the page: a file may hold years of them. */
export function startBringWorker(databaseName: string): { bringer: BringContract; stop(): void } {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		type: 'module',
		name: databaseName,
	});
	const { remote, fail } = connect<BringContract>(worker);
	worker.addEventListener('error', ({ message }) => {
		fail(new AppError('internal', `the reader of conversations ended: ${message}`));
	});
	return {
		bringer: remote,
		stop() {
			fail(new AppError('aborted', 'the import was stopped'));
			worker.terminate();
		},
	};
}
