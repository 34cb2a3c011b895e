import { AppError } from '../lib/errors.ts';

/** Lets one iteration run at a time: another that begins meanwhile throws `busy`. */
export class OneAtATime {
	#isRunning = false;

	async *run<T>(begin: () => AsyncIterable<T>): AsyncGenerator<T> {
		if (this.#isRunning) throw new AppError('busy', 'the engine is at work');
		this.#isRunning = true;
		try {
			yield* begin();
		} finally {
			this.#isRunning = false;
		}
	}
}
