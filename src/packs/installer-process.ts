import { AppError } from '../lib/errors.ts';
import { connect } from '../lib/rpc.ts';
import type { CarrierContract } from './carry/carrier.ts';
import type { HandReceiverContract } from './hand/hand-receiver.ts';
import type { InstallerContract } from './installer.ts';
import type { MoverContract } from './pack-mover.ts';

/** An installer that runs apart from the page. Stop it when it has nothing more to do. */
export interface InstallerProcess {
	readonly installer: InstallerContract;
	readonly carrier: CarrierContract;
	readonly mover: MoverContract;
	readonly handReceiver: HandReceiverContract;
	stop(): void;
}

/** Starts the installer's worker. Calls fail with `internal` if it dies. */
export function startInstallerWorker(): InstallerProcess {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		type: 'module',
		name: 'installer',
	});
	const connection = connect<
		InstallerContract & CarrierContract & MoverContract & HandReceiverContract
	>(worker);
	worker.addEventListener('error', (event) => {
		connection.fail(new AppError('internal', `the installer ended: ${event.message}`));
	});
	return {
		installer: connection.remote,
		carrier: connection.remote,
		mover: connection.remote,
		handReceiver: connection.remote,
		stop() {
			connection.fail(new AppError('aborted', 'the installer was stopped'));
			worker.terminate();
		},
	};
}
