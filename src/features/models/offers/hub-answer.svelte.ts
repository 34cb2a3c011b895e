import type { CallOptions } from '../../../lib/call-options.ts';
import { toAppError, type AppError } from '../../../lib/errors.ts';
import type { HubPack } from './hub-access.ts';

/** A question to the hub, and what came of it. */
export class HubAnswer {
	#isAsking = $state(false);
	#pack = $state.raw<HubPack>();
	#error = $state.raw<AppError>();
	#running: AbortController | undefined;

	get isAsking(): boolean {
		return this.#isAsking;
	}

	/** What can be fetched, once the hub has said so. */
	get pack(): HubPack | undefined {
		return this.#pack;
	}

	/** Why there was no answer. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** Asks; the last question wins. */
	async ask(question: (o: CallOptions) => Promise<HubPack>): Promise<void> {
		this.stop();
		const running = (this.#running = new AbortController());
		this.#error = undefined;
		this.#pack = undefined;
		this.#isAsking = true;
		try {
			const pack = await question({ signal: running.signal });
			if (this.#running === running) this.#pack = pack;
		} catch (thrown) {
			const error = toAppError(thrown);
			if (this.#running === running && error.code !== 'aborted') this.#error = error;
		} finally {
			if (this.#running === running) this.#isAsking = false;
		}
	}

	/** Forgets the question and its answer. */
	stop(): void {
		this.#running?.abort();
		this.#running = undefined;
		this.#isAsking = false;
		this.#pack = undefined;
	}
}
