import { Tokenizer, type Tokens } from 'marked';

/** Quotes and lists nest no deeper than this; what goes deeper is text. */
const DEEPEST = 24;

/** Marked's tokenizer, with bounds that keep it fast and its blocks independent of what follows them. */
export class BoundedTokenizer extends Tokenizer {
	#depth = 0;

	override blockquote(src: string): Tokens.Blockquote | undefined {
		return this.#nested(() => super.blockquote(src));
	}

	override list(src: string): Tokens.List | undefined {
		return this.#nested(() => super.list(src));
	}

	/** A definition takes one line: else a title could swallow, much later, what is already shown. */
	override def(src: string): Tokens.Def | undefined {
		if (/^ {0,3}\[\^/.test(src)) return undefined;
		const end = src.indexOf('\n');
		return super.def(end === -1 ? src : src.slice(0, end + 1));
	}

	#nested<Token>(tokenize: () => Token | undefined): Token | undefined {
		if (this.#depth === DEEPEST) return undefined;
		this.#depth++;
		try {
			return tokenize();
		} finally {
			this.#depth--;
		}
	}
}
