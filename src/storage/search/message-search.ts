import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { connect, type Connection } from '../../lib/rpc.ts';
import type { SearchContract, SearchResults } from './searcher.ts';

/** Milliseconds for which what was read stays in memory after the last search. */
const REST = 60_000;

/**
 * Searches all stored messages in a worker of its own, which starts with the first search and ends some time after
 * the last: a model needs the memory more.
 */
export class MessageSearch implements SearchContract {
	readonly #databaseName: string;
	#running: { worker: Worker; connection: Connection<SearchContract> } | undefined;
	#searches = 0;
	#resting: ReturnType<typeof setTimeout> | undefined;

	constructor(databaseName: string) {
		this.#databaseName = databaseName;
	}

	/** As the contract says. Throws `internal` if the worker dies, and what the database throws. */
	async *search(typed: string, options: CallOptions = {}): AsyncGenerator<SearchResults> {
		this.#searches++;
		clearTimeout(this.#resting);
		try {
			this.#running ??= this.#start();
			yield* this.#running.connection.remote.search(typed, options);
		} finally {
			this.#searches--;
			if (this.#searches === 0) this.#resting = setTimeout(() => this.stop(), REST);
		}
	}

	/** Ends the worker; the next search starts another. */
	stop(): void {
		clearTimeout(this.#resting);
		this.#running?.connection.fail(new AppError('aborted', 'the search was stopped'));
		this.#running?.worker.terminate();
		this.#running = undefined;
	}

	#start() {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), {
			type: 'module',
			name: this.#databaseName,
		});
		const connection = connect<SearchContract>(worker);
		worker.addEventListener('error', (event) => {
			connection.fail(new AppError('internal', `the search ended: ${event.message}`));
			this.#running = undefined;
		});
		return { worker, connection };
	}
}
