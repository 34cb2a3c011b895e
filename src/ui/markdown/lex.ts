import { Lexer, Marked, type Links, type MarkedOptions } from 'marked';
import { BoundedTokenizer } from './bounded-tokenizer.ts';
import { footnotes } from './footnotes.ts';
import { maths } from './maths/maths.ts';
import type { MarkdownToken } from './tokens.ts';

/** No paragraph has so many marks; matching them all could take minutes, so it is shown as it is. */
const MOST_MARKS = 1_000;
const MARKS = /[*_~[<&`]/g;

/** A line break in a chat is meant as one, hence `breaks`. */
const { defaults } = new Marked({ gfm: true, breaks: true, extensions: [...footnotes, ...maths] });

/** What a text consists of, and the reference links that it defines or was given. */
export interface Lexed {
	readonly tokens: MarkdownToken[];
	readonly links: Links;
}

/**
 * Takes GitHub-flavoured Markdown apart. `links` are definitions from earlier in the document.
 * Never throws: a text that the lexer cannot take is one paragraph of plain text.
 */
export function lex(text: string, links: Links = {}): Lexed {
	const options: MarkedOptions = { ...defaults, tokenizer: new BoundedTokenizer() };
	const lexer = new Lexer(options);
	Object.assign(lexer.tokens.links, links);
	try {
		lexer.blockTokens(text, lexer.tokens);
		for (const { src, tokens } of lexer.inlineQueue) {
			lexer.state.inLink = false;
			lexer.state.inRawBlock = false;
			const isHostile = (src.match(MARKS)?.length ?? 0) > MOST_MARKS;
			if (isHostile) tokens.push({ type: 'text', raw: src, text: src });
			else lexer.inlineTokens(src, tokens);
		}
	} catch {
		return { tokens: [plain(text)], links };
	}
	return { tokens: lexer.tokens as MarkdownToken[], links: lexer.tokens.links };
}

function plain(text: string): MarkdownToken {
	return { type: 'paragraph', raw: text, text, tokens: [{ type: 'text', raw: text, text }] };
}
