/**
 * Ends a text before the first of certain words, also where it comes in pieces: what may be the beginning of
 * such a word is held back until it is known.
 */
export class StopWords {
	readonly #words: readonly string[];
	#held = '';
	#isReached = false;

	constructor(words: readonly string[] = []) {
		this.#words = words.filter((word) => word !== '');
	}

	/** A word has come: nothing is given out any more. */
	get isReached(): boolean {
		return this.#isReached;
	}

	/** What may be shown by now. */
	push(text: string): string {
		if (this.#isReached) return '';
		const all = this.#held + text;
		const found = this.#words.map((word) => all.indexOf(word)).filter((at) => at >= 0);
		if (found.length > 0) {
			this.#isReached = true;
			this.#held = '';
			return all.slice(0, Math.min(...found));
		}
		const end = all.length - Math.max(0, ...this.#words.map((word) => beginningAtEnd(all, word)));
		this.#held = all.slice(end);
		return all.slice(0, end);
	}

	/** What was held back and turned out to be no such word. */
	end(): string {
		const rest = this.#held;
		this.#held = '';
		return rest;
	}
}

/** Length of the longest beginning of `word` with which `text` ends. */
function beginningAtEnd(text: string, word: string): number {
	let length = Math.min(word.length - 1, text.length);
	while (length > 0 && !text.endsWith(word.slice(0, length))) length--;
	return length;
}
