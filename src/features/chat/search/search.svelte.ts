import { toAppError, type AppError } from '../../../lib/errors.ts';
import type { MessageSearch } from '../../../storage/search/message-search.ts';
import type { SearchResults } from '../../../storage/search/searcher.ts';

/** What a person looks for, and what is found while they type. */
export class Search {
	readonly #messages: MessageSearch;
	#typed = $state.raw('');
	#results = $state.raw<SearchResults>();
	#error = $state.raw<AppError>();
	#running: AbortController | undefined;

	constructor(messages: MessageSearch) {
		this.#messages = messages;
	}

	get typed(): string {
		return this.#typed;
	}

	/** Of what is typed now, or, until there are any, of what was before. */
	get results(): SearchResults | undefined {
		return this.#results;
	}

	get error(): AppError | undefined {
		return this.#error;
	}

	/** Looks for something else from now on, and keeps up with what is stored until `rest`. */
	type(typed: string): void {
		this.#typed = typed;
		void this.#follow();
	}

	/** Looks again, after a failure or a rest. */
	resume(): void {
		void this.#follow();
	}

	/** Follows no more. What was typed and found stays. */
	rest(): void {
		this.#running?.abort();
	}

	async #follow(): Promise<void> {
		this.#running?.abort();
		const { signal } = (this.#running = new AbortController());
		this.#error = undefined;
		if (!this.#typed.trim()) {
			this.#results = undefined;
			return;
		}
		try {
			for await (const results of this.#messages.search(this.#typed, { signal })) {
				if (signal.aborted) return;
				this.#results = results;
			}
		} catch (error) {
			if (!signal.aborted) this.#error = toAppError(error);
		}
	}
}
