import { openFormula, withoutFormulas } from './maths/delimiters.ts';

const MARKS = /\\[\s\S]|`+|\*+|_+|~~/g;

/** `[words`, `[words]`, `[words](addr`, and the same of an image, at the very end. */
const HALF_LINK = /!?\[([^[\]]*)(?:\](?:\([^()\s]*(?:\s[^()]*)?)?)?$/;
const HALF_FOOTNOTE = /\[\^[^\]\s]*$/;
const TRAILING_MARKS = /(?:\*+|_+|~+|\\)$/;

interface OpenMarks {
	/** Emphasis that is open at the end, outermost first. */
	readonly emphasis: string[];
	/** The backticks of a code span that is open, and where they stand. */
	readonly code?: { readonly mark: string; readonly at: number };
}

/**
 * Closes what is open at the end of a paragraph; marks that have nothing after them yet wait, and so does a formula until
 * it is whole.
 */
export function closeInline(text: string): string {
	const formula = openFormula(text);
	if (formula !== -1) return closeInline(text.slice(0, formula));
	const { code, emphasis } = openMarks(text);
	if (code) {
		const content = text.slice(code.at + code.mark.length).replace(/`+$/, '');
		if (content.trim() === '') return closeInline(text.slice(0, code.at));
		return text.slice(0, code.at) + code.mark + content + code.mark + closers(emphasis);
	}
	const words = withoutTrailingMarks(
		text.replace(HALF_FOOTNOTE, '').replace(HALF_LINK, '$1').replace(HALF_LINK, '$1'),
		emphasis.length > 0,
	);
	const end = words.trimEnd();
	return end + closers(openMarks(end).emphasis) + words.slice(end.length);
}

const closers = (emphasis: readonly string[]) => emphasis.toReversed().join('');

/** Marks at the very end are the first half of a closing pair, or else the beginning of something. */
function withoutTrailingMarks(text: string, isInEmphasis: boolean): string {
	const marks = TRAILING_MARKS.exec(text)?.[0] ?? '';
	const before = text.slice(0, text.length - marks.length);
	return isInEmphasis || marks === '\\' || /(?:^|\s)$/.test(before) ? before : text;
}

function openMarks(text: string): OpenMarks {
	const emphasis: string[] = [];
	let code: OpenMarks['code'];
	for (const { 0: mark, index } of withoutFormulas(text).matchAll(MARKS)) {
		if (mark.startsWith('`')) {
			if (code === undefined) code = { mark, at: index };
			else if (mark === code.mark) code = undefined;
			continue;
		}
		if (code !== undefined || mark.startsWith('\\')) continue;
		const before = text.charAt(index - 1);
		const after = text.charAt(index + mark.length);
		if (mark.startsWith('_') && /\w/.test(before) && /\w/.test(after)) continue;
		if (emphasis.at(-1) === mark && /\S/.test(before)) emphasis.pop();
		else if (mark.length <= 3 && /\S/.test(after)) emphasis.push(mark);
	}
	return code === undefined ? { emphasis } : { emphasis, code };
}
