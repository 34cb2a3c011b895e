/**
 * Counts what reads or writes the files of packs: exports and imports under way, to and from files and devices near,
 * checks, moves and conversions.
 */
export class Carrying {
	#count = $state(0);

	get isUnderWay(): boolean {
		return this.#count > 0;
	}

	/** Yields and returns what `steps` do, counted until their end. `end` comes then, whatever they ended by. */
	async *during<T, R>(
		steps: AsyncIterable<T, R>,
		end: () => void | Promise<void> = () => {},
	): AsyncGenerator<T, R> {
		this.#count++;
		try {
			return yield* steps;
		} finally {
			this.#count--;
			await end();
		}
	}
}
