/** Characters that are taken in at once: some milliseconds of work, also on an old phone. */
const STEP = 4_000;

/** How far a text has been taken in that was there already or came in a large piece: a step in each turn of the page. */
export class ReadingOn {
	readonly #length: () => number;
	#end = $state.raw(0);
	readonly #isWhole = $derived.by(() => this.#length() - this.#end <= STEP);

	/** Begins within a component. The length of the text is to be reactive. */
	constructor(length: () => number) {
		this.#length = length;
		$effect(() => {
			if (this.#isWhole) {
				this.#end = length();
				return undefined;
			}
			const next = this.#nextEnd();
			const timer = setTimeout(() => (this.#end = next));
			return () => clearTimeout(timer);
		});
	}

	/** The text is taken in up to here; undefined once nothing is missing. */
	get end(): number | undefined {
		return this.#isWhole ? undefined : this.#nextEnd();
	}

	#nextEnd(): number {
		return this.#end + STEP;
	}
}
