/** Decodes tokens to text. */
export type Decode = (tokens: readonly number[]) => string;

/** A character of which not all bytes have come yet. */
const INCOMPLETE = '\ufffd';

/**
 * Turns tokens into text as they come. A character may take several tokens, and how a token reads may
 * depend on the one before: so a few are decoded together, and only what is new is given out.
 */
export class TextStream {
	readonly #decode: Decode;
	readonly #tokens: number[] = [];
	/** Where the tokens begin that are decoded together, and how many of them have been given out. */
	#start = 0;
	#given = 0;

	constructor(decode: Decode) {
		this.#decode = decode;
	}

	/** The text that the token adds; empty in the middle of a character. */
	push(token: number): string {
		this.#tokens.push(token);
		const text = this.#pending();
		if (text.endsWith(INCOMPLETE)) return '';
		this.#start = this.#given;
		this.#given = this.#tokens.length;
		return text;
	}

	/** What is left at the end, however it reads. */
	end(): string {
		const text = this.#pending();
		this.#given = this.#tokens.length;
		return text;
	}

	#pending(): string {
		const before = this.#decode(this.#tokens.slice(this.#start, this.#given));
		const all = this.#decode(this.#tokens.slice(this.#start));
		return all.slice(before.length);
	}
}
