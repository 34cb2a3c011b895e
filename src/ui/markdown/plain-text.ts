import { decodeReferences } from './character-references.ts';
import type { MarkdownToken } from './tokens.ts';

const LINE_BREAK = /^<br\s*\/?>$/i;

/** The words of a run of Markdown, as they are read, without the marks. */
export function plainText(tokens: readonly unknown[]): string {
	return (tokens as readonly MarkdownToken[]).map(textOf).join('');
}

function textOf(token: MarkdownToken): string {
	if (token.type === 'br') return '\n';
	if (token.type === 'html') return LINE_BREAK.test(token.raw) ? '\n' : token.raw;
	if (token.type === 'codespan' || token.type === 'escape') return token.text;
	if (token.type === 'maths' || token.type === 'mathsBlock') return token.raw;
	if (token.type === 'footnoteReference') return `[${token.label}]`;
	if ('tokens' in token && token.tokens) return plainText(token.tokens);
	return 'text' in token ? decodeReferences(token.text) : token.raw;
}
