/** Bytes of the first range: one second on a line of half a megabit. */
const FIRST = 64 * 1024;
/** Bytes of the smallest range, which gets through where hardly anything does. */
const SMALLEST = 16 * 1024;
/** Milliseconds that a body may take: progress is seen when a range is complete, and never in between. */
const BODY_TIME = 1000;
/** The same where answers are slow to begin, as by satellite: requests must not be mostly waiting. */
const LONGEST_BODY_TIME = 5000;
/** A body may take so many times what the answer took to begin. */
const BODY_PER_WAIT = 4;
/** Ranges that must come through after a failure before they grow again. */
const CAUTION = 8;

/**
 * How many bytes to ask for at a time. A range that breaks off is lost whole, so ranges are as large as
 * the line brings in about a second, and a quarter of that after a failure: five attempts lead from 4 MiB to the
 * smallest. Sizes are powers of two times the smallest, so that ranges end where chunks end.
 */
export class RangeSize {
	readonly #largest: number;
	#bytes: number;
	#caution = 0;

	constructor(largest: number) {
		this.#largest = largest;
		this.#bytes = Math.min(FIRST, largest);
	}

	get bytes(): number {
		return this.#bytes;
	}

	/** A range of `bytes` came through: `waited` milliseconds for the answer, `received` for its body. */
	completed(bytes: number, waited: number, received: number): void {
		const bodyTime = Math.min(LONGEST_BODY_TIME, Math.max(BODY_TIME, BODY_PER_WAIT * waited));
		const fitting = bytes * (bodyTime / received);
		const steps = Math.trunc(Math.log2(fitting / this.#bytes));
		if (steps < 0) this.#resize(2 ** Math.max(-2, steps));
		// The end of a chunk, smaller than what was meant to be asked for, says too little.
		else if (bytes < this.#bytes) return;
		else if (this.#caution > 0) this.#caution--;
		else this.#resize(2 ** Math.min(2, steps));
	}

	/** The connection broke or stalled within a range. */
	failed(): void {
		this.#resize(1 / 4);
		this.#caution = CAUTION;
	}

	#resize(factor: number): void {
		this.#bytes = Math.min(this.#largest, Math.max(SMALLEST, this.#bytes * factor));
	}
}
