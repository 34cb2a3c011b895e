import { AppError } from '../../lib/errors.ts';
import { connect, type Connection } from '../../lib/rpc.ts';
import type { TransformersWorker } from './worker-contract.ts';

/** A worker that holds one model on one backend. Ending it frees all that it took, and is the only way to. */
export class ModelProcess {
	readonly #worker: Worker;
	readonly #connection: Connection<TransformersWorker>;

	constructor() {
		this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
			type: 'module',
			name: 'transformers',
		});
		this.#connection = connect<TransformersWorker>(this.#worker);
		this.#worker.addEventListener('error', ({ message }) => {
			this.#connection.fail(
				new AppError('internal', `the transformers.js worker failed: ${message}`),
			);
		});
	}

	get remote(): TransformersWorker {
		return this.#connection.remote;
	}

	end(): void {
		this.#worker.terminate();
		this.#connection.fail(new AppError('aborted', 'the model was unloaded'));
	}
}
