/**
 * Writes values one at a time. While one is being written only the newest of those that follow is
 * kept: each is a later state of the same thing.
 */
export class LatestWrite<T> {
	readonly #write: (value: T) => Promise<void>;
	#waiting: { value: T } | undefined;
	#running: Promise<void> | undefined;

	constructor(write: (value: T) => Promise<void>) {
		this.#write = write;
	}

	/** Resolves when this value, or a newer one, is written. Throws what the write throws. */
	save(value: T): Promise<void> {
		this.#waiting = { value };
		this.#running ??= this.#drain();
		return this.#running;
	}

	async #drain(): Promise<void> {
		try {
			while (this.#waiting) {
				const { value } = this.#waiting;
				this.#waiting = undefined;
				await this.#write(value);
			}
		} finally {
			this.#running = undefined;
		}
	}
}
