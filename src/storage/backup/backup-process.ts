import { AppError } from '../../lib/errors.ts';
import { connect } from '../../lib/rpc.ts';
import type { BackupContract } from './backup.ts';

/** The backup's worker. Stop it when it has nothing more to do: it holds what it has read. */
export interface BackupProcess {
	readonly backup: BackupContract;
	stop(): void;
}

/** Starts the backup's worker on a database. Calls fail with `internal` if it dies. */
export function startBackupWorker(databaseName: string): BackupProcess {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		type: 'module',
		name: databaseName,
	});
	const { remote, fail } = connect<BackupContract>(worker);
	worker.addEventListener('error', ({ message }) => {
		fail(new AppError('internal', `the backup's worker ended: ${message}`));
	});
	return {
		backup: remote,
		stop() {
			fail(new AppError('aborted', 'the backup was stopped'));
			worker.terminate();
		},
	};
}
