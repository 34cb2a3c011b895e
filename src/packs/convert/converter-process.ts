import { AppError } from '../../lib/errors.ts';
import { connect } from '../../lib/rpc.ts';
import type { ConverterContract } from './converter.ts';

/** A converter that runs apart from the page. Stop it when it has nothing more to do. */
export interface ConverterProcess {
	readonly converter: ConverterContract;
	stop(): void;
}

/** Starts the converter's worker. Calls fail with `internal` if it dies. */
export function startConverterWorker(): ConverterProcess {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		type: 'module',
		name: 'converter',
	});
	const connection = connect<ConverterContract>(worker);
	worker.addEventListener('error', (event) => {
		connection.fail(new AppError('internal', `the converter ended: ${event.message}`));
	});
	return {
		converter: connection.remote,
		stop() {
			connection.fail(new AppError('aborted', 'the converter was stopped'));
			worker.terminate();
		},
	};
}
