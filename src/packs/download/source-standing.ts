import type { Source } from './source.ts';

/** What the files of one installation learn of its sources, so that a host out of reach is not tried first each time. */
export class SourceStanding {
	readonly #failures = new Map<string, number>();

	/** The source `id` failed, or brought wrong bytes. */
	worse(id: string): void {
		this.#failures.set(id, this.#of(id) + 1);
	}

	/** The source `id` had a part in a file that is right. */
	good(id: string): void {
		this.#failures.delete(id);
	}

	/** The sources, those with the fewest failures first, else in their own order. */
	sort(sources: readonly Source[]): Source[] {
		return [...sources].sort((a, b) => this.#of(a.id) - this.#of(b.id));
	}

	#of(id: string): number {
		return this.#failures.get(id) ?? 0;
	}
}
