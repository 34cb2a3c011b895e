import type { CallOptions } from '../lib/call-options.ts';
import { orAborted } from './until-aborted.ts';

interface Place {
	readonly kind: 'load' | 'answer';
}

/** Lets one piece of work run at a time, in the order in which they came. */
export class Queue {
	/** The first one is at work. */
	readonly #places: Place[] = [];
	#changed!: Promise<void>;
	#change!: () => void;

	constructor() {
		this.#renew();
	}

	get isEmpty(): boolean {
		return this.#places.length === 0;
	}

	/** What is being done. */
	get current(): Place['kind'] | undefined {
		return this.#places[0]?.kind;
	}

	/** Resolves when the work or the number of those who wait has changed. */
	get changed(): Promise<void> {
		return this.#changed;
	}

	/**
	 * Runs `work` when its turn has come. Until then it tells, each time that it changes, how many answers come
	 * before. Throws `aborted` while it waits, if the signal aborts; later that is up to the work.
	 */
	async *run<T>(
		kind: Place['kind'],
		{ signal }: CallOptions,
		work: () => AsyncIterable<T>,
	): AsyncGenerator<T | { type: 'queued'; ahead: number }> {
		const place: Place = { kind };
		this.#places.push(place);
		this.#renew();
		try {
			while (this.#places[0] !== place) {
				const { changed } = this;
				const before = this.#places.slice(0, this.#places.indexOf(place));
				yield { type: 'queued', ahead: before.filter((other) => other.kind === 'answer').length };
				await orAborted(changed, signal);
			}
			yield* work();
		} finally {
			this.#places.splice(this.#places.indexOf(place), 1);
			this.#renew();
		}
	}

	#renew(): void {
		this.#change?.();
		this.#changed = new Promise((resolve) => (this.#change = resolve));
	}
}
