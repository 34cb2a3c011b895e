/** What a text must hold to be found, folded. */
export interface Term {
	readonly text: string;
	/** It must stand at the start of a word. */
	readonly startsWord: boolean;
	/** It must end with a word. */
	readonly endsWord: boolean;
}

/** Scripts that put no space between words. */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;

/** A run of letters of such scripts, or a word of another one. */
export const RUNS = new RegExp(`[${SPACELESS}]+|[^${SPACELESS}\\P{L}]+|\\p{N}+`, 'gu');

const IS_SPACELESS = new RegExp(`[${SPACELESS}]`, 'u');

/**
 * What Arabic and Persian write in one with the word that follows: “and”, “for”, “the”, the sign of the present.
 * It is no part of the word that people look for.
 */
const PROCLITIC = /^(?:[وف]?(?:[بل]|ك(?=ال))?(?:ال|ل)?|ن?مي)$/;
const LONGEST_PROCLITIC = 5;

/** Where a folded text holds the term, from `from` on; -1 where it does not. */
export function findTerm(text: string, { text: wanted, ...ends }: Term, from = 0): number {
	for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
		if (ends.startsWord && !isWordStart(text, at)) continue;
		if (ends.endsWord && !isBoundary(text, at + wanted.length)) continue;
		return at;
	}
	return -1;
}

export function isSpaceless(text: string): boolean {
	return IS_SPACELESS.test(text);
}

function isWordStart(text: string, at: number): boolean {
	if (isBoundary(text, at)) return true;
	if (kindOf(text.charCodeAt(at)) !== 'arabic') return false;
	let start = at;
	while (at - start <= LONGEST_PROCLITIC && !isBoundary(text, start)) start--;
	return PROCLITIC.test(text.slice(start, at));
}

/** Whether two words, or a word and something else, meet at `at`. */
function isBoundary(text: string, at: number): boolean {
	if (at === 0 || at === text.length) return true;
	const before = kindOf(text.charCodeAt(at - 1));
	return before === 'other' || before === 'spaceless' || before !== kindOf(text.charCodeAt(at));
}

type Kind = 'letter' | 'arabic' | 'digit' | 'spaceless' | 'other';

/** By UTF-16 code unit: what lies beyond the basic plane counts as a letter. */
function kindOf(code: number): Kind {
	if (code < 128) {
		if (code >= 97 && code <= 122) return 'letter';
		return code >= 48 && code <= 57 ? 'digit' : 'other';
	}
	if (code >= 0x620 && code <= 0x6d3 && code !== 0x66a && code !== 0x66d) return 'arabic';
	if (code >= 0xd800 && code <= 0xdfff) return 'letter';
	const letter = String.fromCharCode(code);
	if (isSpaceless(letter)) return 'spaceless';
	return /\p{L}/u.test(letter) ? 'letter' : 'other';
}
