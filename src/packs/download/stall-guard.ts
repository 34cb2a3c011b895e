import { AppError } from '../../lib/errors.ts';
import { TransferFailure } from './transfer-failure.ts';

/**
 * Ends a request that brings nothing for `stallTime` milliseconds, or whose caller gives up. Only waiting for the
 * network counts: time in which nobody asked for more does not.
 */
export class StallGuard {
	readonly #controller = new AbortController();
	readonly #stallTime: number;
	readonly #caller: AbortSignal | undefined;
	readonly #abort = () => this.#controller.abort();

	constructor(stallTime: number, caller: AbortSignal | undefined) {
		this.#stallTime = stallTime;
		this.#caller = caller;
		if (caller?.aborted) this.#abort();
		else caller?.addEventListener('abort', this.#abort, { once: true });
	}

	/** The signal to give to `fetch`. */
	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/**
	 * Waits for the network. Throws `aborted`, or TransferFailure for a stall and for a lost connection, even if
	 * `pending` never settles: reading a Blob knows no signal. The timer also keeps what waits from being
	 * collected, which Chromium does to a pending read of a Blob that nothing else refers to.
	 */
	async watch<T>(pending: Promise<T>): Promise<T> {
		let isStalled = false;
		let stop = () => {};
		const ended = new Promise<never>((_, reject) => {
			const giveUp = () => reject(new DOMException('given up', 'AbortError'));
			const timer = setTimeout(() => {
				isStalled = true;
				this.#abort();
				giveUp();
			}, this.#stallTime);
			this.signal.addEventListener('abort', giveUp);
			stop = () => {
				clearTimeout(timer);
				this.signal.removeEventListener('abort', giveUp);
			};
		});
		try {
			return await Promise.race([pending, ended]);
		} catch (cause) {
			if (this.#caller?.aborted) throw new AppError('aborted', 'transfer stopped', { cause });
			const reason = isStalled ? 'stalled' : 'connection';
			throw new TransferFailure(
				new AppError('offline', `transfer failed: ${reason}`, { cause, data: { reason } }),
			);
		} finally {
			stop();
		}
	}

	/** Ends the request, if it still runs, and forgets the caller. */
	dispose(): void {
		this.#caller?.removeEventListener('abort', this.#abort);
		this.#abort();
	}
}
