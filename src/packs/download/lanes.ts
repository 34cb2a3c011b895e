/** Times as fast that twice as many ranges in flight must be to stay, and that half as many may be to do as well. */
const GAIN = 1.1;
const ENOUGH = 0.95;
/** Measurements between two trials: at first, after one that was in vain, and at most. */
const EAGER = 1;
const PATIENT = 4;
const MOST_PATIENT = 32;
/** Ranges of each lane that a measurement takes at least. */
const RANGES = 2;

/**
 * How many ranges to have in flight: one, until a measurement within the transfer shows that two, or four, are
 * faster, and only for as long as it does. More than one gains where a server is slow for each connection, or far away,
 * and nothing where the line is full; there more would only take from others. Each trial follows a measurement
 * of what was before, so that what the line itself does counts little, and from time to time fewer are tried.
 */
export class Lanes {
	readonly #most: number;
	readonly #probeTime: number;
	readonly #now: () => number;
	/** How many have proved best, and the bytes per millisecond that they brought. */
	#proved = 1;
	#rate = 0;
	#count = 1;
	#measurements = 0;
	#patience = EAGER;
	#wasMore = false;
	/** Ranges to come that were asked for before the number changed. */
	#skip = 0;
	#bytes = 0;
	#ranges = 0;
	#elapsed = 0;
	#since: number | undefined;

	/** `most` is a power of two. A measurement takes `probeTime` milliseconds at least. */
	constructor(most: number, probeTime: number, now: () => number = () => performance.now()) {
		this.#most = most;
		this.#probeTime = probeTime;
		this.#now = now;
	}

	get count(): number {
		return this.#count;
	}

	/** Ranges are being fetched from now on: only that time counts. */
	resume(): void {
		this.#since = this.#now();
	}

	pause(): void {
		this.#elapsed = this.#time();
		this.#since = undefined;
	}

	/** A range has come. */
	received(bytes: number): void {
		if (this.#skip > 0) {
			if (--this.#skip === 0) this.#begin();
			return;
		}
		this.#bytes += bytes;
		this.#ranges++;
		const time = this.#time();
		if (time < this.#probeTime || this.#ranges < RANGES * this.#count) return;
		this.#conclude(this.#bytes / Math.max(1, time));
		this.#begin();
	}

	/** A range has failed: what is in flight may be lost, and servers may mind too many. */
	failed(): void {
		this.#proved = 1;
		this.#wasMore = false;
		this.#wait(PATIENT);
		this.#change(1);
		this.#begin();
	}

	#conclude(rate: number): void {
		if (this.#count === this.#proved) {
			this.#rate = rate;
			if (++this.#measurements >= this.#patience) this.#try();
		} else if (rate >= this.#rate * (this.#count > this.#proved ? GAIN : ENOUGH)) {
			this.#proved = this.#count;
			this.#rate = rate;
			this.#wait(this.#wasMore ? EAGER : PATIENT);
		} else {
			this.#wait(Math.min(MOST_PATIENT, Math.max(PATIENT, 2 * this.#patience)));
			this.#change(this.#proved);
		}
	}

	/** Tries more and fewer in turn, where there are. */
	#try(): void {
		const canBeMore = 2 * this.#proved <= this.#most;
		const canBeFewer = this.#proved > 1;
		if (!canBeMore && !canBeFewer) return this.#wait(PATIENT);
		this.#wasMore = canBeMore && (!canBeFewer || !this.#wasMore || this.#patience === EAGER);
		this.#change(this.#wasMore ? 2 * this.#proved : this.#proved / 2);
	}

	#wait(patience: number): void {
		this.#patience = patience;
		this.#measurements = 0;
	}

	#change(count: number): void {
		if (count !== this.#count) this.#skip = Math.max(count, this.#count);
		this.#count = count;
	}

	#begin(): void {
		this.#bytes = 0;
		this.#ranges = 0;
		this.#elapsed = 0;
		if (this.#since !== undefined) this.#since = this.#now();
	}

	#time(): number {
		return this.#elapsed + (this.#since === undefined ? 0 : this.#now() - this.#since);
	}
}
