import type { MarkedToken, Tokens } from 'marked';
import type { Formula } from './maths/delimiters.ts';

/** `[^label]: text`, shown as a small paragraph where it stands. */
export interface FootnoteToken {
	type: 'footnote';
	raw: string;
	label: string;
	tokens: MarkdownToken[];
}

/** `[^label]` inside a text. */
export interface FootnoteReferenceToken {
	type: 'footnoteReference';
	raw: string;
	label: string;
}

/** A formula: a block of its own, or inside a text. */
export interface MathsToken extends Formula {
	type: 'maths' | 'mathsBlock';
}

/** One piece of a Markdown text: a block, or a run inside one. */
export type MarkdownToken = MarkedToken | FootnoteToken | FootnoteReferenceToken | MathsToken;

export type { Tokens };
