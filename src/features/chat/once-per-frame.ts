/** Frames rest while a page is hidden; work then goes on at this pace. Milliseconds. */
const HIDDEN_PACE = 250;

/** Runs work that is requested often at most once per animation frame. */
export class OncePerFrame {
	readonly #work: () => void;
	#frame = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(work: () => void) {
		this.#work = work;
	}

	request(): void {
		if (this.#timer !== undefined) return;
		this.#frame = requestAnimationFrame(() => this.run());
		this.#timer = setTimeout(() => this.run(), HIDDEN_PACE);
	}

	/** Runs the work now, and what was requested with it. */
	run(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#work();
	}
}
