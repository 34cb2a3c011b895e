import type { LeftOut, LeftOuts } from './foreign-conversation.ts';

/** Counts what is left out of a conversation, by kind. */
export class LeftOutCount {
	readonly #counts: Partial<Record<LeftOut, number>> = {};

	add(kind: LeftOut, count = 1): void {
		if (count > 0) this.#counts[kind] = (this.#counts[kind] ?? 0) + count;
	}

	get all(): LeftOuts {
		return this.#counts;
	}
}
