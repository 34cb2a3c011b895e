/**
 * Takes away what llama.cpp says first when it goes on with an answer: that answer's own beginning, in one piece
 * or in several.
 */
export class Echo {
	#expected: string;
	#held = '';

	/** `beginning` is empty where an answer is begun anew: nothing is taken away then. */
	constructor(beginning: string) {
		this.#expected = beginning;
	}

	/** What is new in the piece, or has proved to be no echo. */
	strip(text: string): string {
		if (!this.#expected) return text;
		const said = this.#held + text;
		if (said.startsWith(this.#expected)) {
			const fresh = said.slice(this.#expected.length);
			this.#expected = '';
			return fresh;
		}
		const mayBeEcho = this.#expected.startsWith(said);
		this.#held = mayBeEcho ? said : '';
		if (mayBeEcho) return '';
		this.#expected = '';
		return said;
	}
}
