/** A formula in a text: its TeX, and whether it stands on a line of its own. */
export interface Formula {
	readonly raw: string;
	readonly tex: string;
	readonly isDisplay: boolean;
}

/** No formula is longer; the bound keeps the search for an end short. */
const LONGEST = 4_000;

/** Anything but a blank line, which ends a formula as it ends every paragraph. */
const inside = (end: string) => `((?:(?!${end})(?!\\n[ \\t]*\\n)[^]){1,${LONGEST}}?)`;

const BLOCKS = [
	new RegExp(`^ {0,3}\\$\\$(?!\\$)${inside('\\$\\$')}\\$\\$[ \\t]*(?:\\n|$)`),
	new RegExp(`^ {0,3}\\\\\\[${inside('\\\\\\]')}\\\\\\][ \\t]*(?:\\n|$)`),
];
const DISPLAYS = [
	new RegExp(`^\\$\\$(?!\\$)${inside('\\$\\$')}\\$\\$`),
	new RegExp(`^\\\\\\[${inside('\\\\\\]')}\\\\\\]`),
];
const INLINE = new RegExp(`^\\\\\\(${inside('\\\\\\)')}\\\\\\)`);
/** Like Pandoc: no space after the first sign or before the last one, and no digit after that. */
const DOLLARS = /^\$(?![\s$])((?:\\[^\n]|[^\\$\n`]){1,500})(?<!\s)\$(?![\d$])/;

/** What takes longer to end is shown as it is: it may be no formula. */
const LONGEST_WAIT = 400;

const SIGNS = /[\\^_{}=+*/<>|]/;
const WORDS = /(?:^|\s)\p{L}{3,}/u;

/** `$5, or 10$` and `$HOME and $` are no formulas. */
const isProse = (tex: string) => !SIGNS.test(tex) && (WORDS.test(tex) || /^[\d.,]+\s/.test(tex));

/** The formula that a block of a text begins with. */
export function blockFormula(text: string): Formula | undefined {
	return first(BLOCKS, text, true);
}

/** The formula that a run of a text begins with. */
export function inlineFormula(text: string): Formula | undefined {
	const display = first(DISPLAYS, text, true);
	// Escaped brackets are brackets.
	if (display) return display.raw.startsWith('$') || SIGNS.test(display.tex) ? display : undefined;
	const inline = first([INLINE, DOLLARS], text, false);
	return inline?.raw.startsWith('$') && isProse(inline.tex) ? undefined : inline;
}

function first(patterns: readonly RegExp[], text: string, isDisplay: boolean): Formula | undefined {
	for (const pattern of patterns) {
		const [raw, tex = ''] = pattern.exec(text) ?? [];
		if (raw !== undefined && tex.trim() !== '') return { raw, tex: tex.trim(), isDisplay };
	}
	return undefined;
}

const CLOSED =
	/(`+)[^]*?\1|`[^]*$|\$\$[^$]+\$\$|\\\([^]*?\\\)|\\\[[^]*?\\\]|\$(?![\s$])[^$\n`]*(?<![\s\\])\$(?!\d)|\\\$/g;
const OPEN =
	/(?<![\\$\w])(?:\$\$(?!\$)|\\[([]|\$(?=\S*$)(?![\d$])|\$(?=[^\n`]*[\\^_{}=][^\n`]*$)(?![\s\d$]))/;

/** Where a formula begins at the end of a text that has not ended yet; -1 if none does. */
export function openFormula(text: string): number {
	if (!text.includes('$') && !text.includes('\\')) return -1;
	const at = text.replace(CLOSED, ({ length }) => 'x'.repeat(length)).search(OPEN);
	return text.length - at > LONGEST_WAIT ? -1 : at;
}

/** The text with something of the same length in place of its whole formulas, where no mark has a meaning. */
export function withoutFormulas(text: string): string {
	return text.replace(CLOSED, (match) =>
		match.startsWith('`') ? match : 'x'.repeat(match.length),
	);
}
