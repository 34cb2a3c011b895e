/** Time over which a rate is averaged, in milliseconds. */
const SPAN = 5000;

/** Measures how fast a growing count grows, over the last seconds. */
export class RateMeter {
	readonly #now: () => number;
	#samples: { time: number; count: number }[] = [];

	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	/** Takes the count as it is now. A count that shrinks starts the measurement over. */
	record(count: number): void {
		const time = this.#now();
		if (count < (this.#samples.at(-1)?.count ?? 0)) this.#samples = [];
		this.#samples.push({ time, count });
		while ((this.#samples[1]?.time ?? Infinity) <= time - SPAN) this.#samples.shift();
	}

	/** Growth per second; 0 until there is enough to say. */
	get perSecond(): number {
		const [oldest, newest] = [this.#samples[0], this.#samples.at(-1)];
		if (!oldest || !newest || newest.time <= oldest.time) return 0;
		return ((newest.count - oldest.count) * 1000) / (newest.time - oldest.time);
	}
}
