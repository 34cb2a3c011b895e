import type { TokenizerExtension } from 'marked';

const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)/;
const REFERENCE = /^\[\^([^\]\s]{1,40})\]/;

/** Footnotes as GitHub writes them: a reference and a note. */
export const footnotes: TokenizerExtension[] = [
	{
		name: 'footnote',
		level: 'block',
		tokenizer(src) {
			const [raw, label, text] = DEFINITION.exec(src) ?? [];
			if (raw === undefined) return undefined;
			return { type: 'footnote', raw, label, tokens: this.lexer.inline(text ?? '') };
		},
	},
	{
		name: 'footnoteReference',
		level: 'inline',
		start: (src) => src.indexOf('[^'),
		tokenizer(src) {
			const [raw, label] = REFERENCE.exec(src) ?? [];
			return raw === undefined ? undefined : { type: 'footnoteReference', raw, label };
		},
	},
];
