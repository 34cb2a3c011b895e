import type { TokenizerExtension } from 'marked';
import { blockFormula, inlineFormula } from './delimiters.ts';

const BLOCK_START = /(?:^|\n) {0,3}(?:\$\$|\\\[)/;
const INLINE_START = /(?<![\w$\\])\$|\\[([]/;

/** Formulas as models write them: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. */
export const maths: TokenizerExtension[] = [
	{
		name: 'mathsBlock',
		level: 'block',
		start: (src) => indexOf(src, BLOCK_START),
		tokenizer(src) {
			const formula = blockFormula(src);
			return formula && { type: 'mathsBlock', ...formula };
		},
	},
	{
		name: 'maths',
		level: 'inline',
		start: (src) => indexOf(src, INLINE_START),
		tokenizer(src) {
			const formula = inlineFormula(src);
			return formula && { type: 'maths', ...formula };
		},
	},
];

function indexOf(text: string, pattern: RegExp): number | undefined {
	const { index, 0: found } = pattern.exec(text) ?? {};
	if (index === undefined) return undefined;
	return found?.startsWith('\n') ? index + 1 : index;
}
