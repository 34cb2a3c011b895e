import type { MarkedToken, Tokens } from 'marked';

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

/** One piece of a Markdown text: a block, or a run inside one. */
export type MarkdownToken = MarkedToken | FootnoteToken | FootnoteReferenceToken;

export type { Tokens };
