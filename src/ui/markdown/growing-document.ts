import type { Links } from 'marked';
import { lex, type Lexed } from './lex.ts';
import { quietEnd } from './quiet-end.ts';
import type { MarkdownToken } from './tokens.ts';

/** An unfinished block longer than this is lexed again only when it has grown by a 128th. */
const LONG_BLOCK = 16_384;

const CODE_FENCE = /^ {0,3}(?:```|~~~)/;
const BLANK_LINE = /\n[ \t]*\n$/;

const isVisible = ({ type }: MarkdownToken) => type !== 'space' && type !== 'def';

/**
 * The blocks of a Markdown text that is still being written. A block that can no longer change keeps
 * its object for good; only the end of the text is lexed again as it grows. However a text is cut into
 * deltas, the finished document has the same blocks as if it had come at once.
 */
export class GrowingDocument {
	#text = '';
	#isFinished = false;
	/** What no further text can change. */
	#settled: MarkdownToken[] = [];
	#links: Links = {};
	/** The rest of the text, with line feeds only. */
	#tail = '';
	#lexedTail = 0;
	#blocks: readonly MarkdownToken[] = [];
	#lexedCharacters = 0;

	/** How many characters went through the lexer so far: the work that was done. */
	get lexedCharacters(): number {
		return this.#lexedCharacters;
	}

	/** Takes the text as it is now, usually longer at its end than before, and gives its blocks. */
	update(text: string, isFinished: boolean): readonly MarkdownToken[] {
		const isSame = text === this.#text && isFinished === this.#isFinished;
		if (isSame) return this.#blocks;
		const goesOn = text.slice(0, this.#text.length) === this.#text;
		if (this.#isFinished || !goesOn) this.#reset();
		this.#isFinished = isFinished;
		const isReady = this.#append(text);
		if (isFinished) this.#finish();
		else if (isReady) this.#blocks = [...this.#settled, ...this.#open(quietEnd(this.#tail))];
		return this.#blocks;
	}

	/** Adds what is new; false while a long block has not grown enough to be worth the work. */
	#append(text: string): boolean {
		// A carriage return may be the first half of a line end.
		const end = text.endsWith('\r') ? text.length - 1 : text.length;
		const added = text.slice(this.#text.length, end).replace(/\r\n?/g, '\n');
		this.#text = text.slice(0, end);
		this.#tail += added;
		const grown = this.#tail.length - this.#lexedTail;
		const isLong = this.#tail.length > LONG_BLOCK && !CODE_FENCE.test(this.#tail);
		if (isLong && grown < this.#tail.length / 128) return false;
		if (this.#maySettle()) this.#settle();
		this.#lexedTail = this.#tail.length;
		return true;
	}

	/** Whether a line after a blank one has become whole since the last time. */
	#maySettle(): boolean {
		const known = this.#tail.lastIndexOf('\n', this.#lexedTail - 1);
		const before = this.#tail.slice(0, Math.max(0, known)).trimEnd().length;
		return /\n[ \t]*\n[ \t]*\S.*\n/.test(this.#tail.slice(before));
	}

	/**
	 * Settles the blocks before the last one that begins after a blank line, looking at whole lines only:
	 * the first line of a block decides whether it belongs to the one before.
	 */
	#settle(): void {
		const lines = this.#tail.slice(0, this.#tail.lastIndexOf('\n') + 1);
		const { tokens } = this.#lex(lines);
		let at = 0;
		let boundary = 0;
		let count = 0;
		for (const [index, token] of tokens.entries()) {
			const isAfterBlank = BLANK_LINE.test(lines.slice(Math.max(0, at - 100), at));
			if (token.type !== 'space' && isAfterBlank) [boundary, count] = [at, index];
			if (!lines.startsWith(token.raw, at)) break;
			at += token.raw.length;
		}
		if (count === 0) return;
		const settled = tokens.slice(0, count);
		this.#tail = this.#tail.slice(boundary);
		this.#settled.push(...settled.filter(isVisible));
		if (settled.some(mayDefine)) this.#define(this.#lex(lines.slice(0, boundary)).links);
	}

	#finish(): void {
		const { tokens, links } = this.#lex(this.#tail);
		this.#define(links);
		this.#blocks = [...this.#settled, ...tokens.filter(isVisible)];
	}

	#open(text: string): MarkdownToken[] {
		return this.#lex(text).tokens.filter(isVisible);
	}

	/** A definition may come after the blocks that refer to it: those alone are lexed again. */
	#define(links: Links): void {
		const added = Object.keys(links).filter((label) => !Object.hasOwn(this.#links, label));
		if (added.length === 0) return;
		this.#links = { ...this.#links, ...links };
		this.#settled = this.#settled.map((block) => {
			const raw = normalized(block.raw);
			const isReferring = added.some((label) => raw.includes(`[${normalized(label)}]`));
			return (isReferring && this.#open(block.raw)[0]) || block;
		});
	}

	#lex(text: string): Lexed {
		this.#lexedCharacters += text.length;
		return lex(text, this.#links);
	}

	#reset(): void {
		this.#text = this.#tail = '';
		this.#settled = [];
		this.#links = {};
		this.#lexedTail = 0;
	}
}

/** Definitions may also stand inside quotes and lists. */
const mayDefine = ({ raw }: MarkdownToken) => raw.includes(']:');

const normalized = (label: string) => label.toLowerCase().replace(/\s+/g, ' ');
