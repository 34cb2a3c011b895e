/** Length of what repeats, in characters, at most. */
const LONGEST = 240;
/** Characters that repetitions must cover: a list, a refrain or a row of a table is shorter. */
const SPAN = 360;
/** Times that it must come one after the other. */
const TIMES = 6;
/** Blanks, and what stands for bytes that are no character. */
const EMPTY = /^[\s\ufffd\0]*$/u;
/** Rules, rows of dots, blanks for alignment: one of these may come many times, but not for ever. */
const DRAWN = /^[\s\-=_.*#|+─━═]+$/u;

/**
 * Whether a text has run into a loop: its end is the same piece over and over, at least six times and over at
 * least 360 characters. Text in any script; nothing is read into it but its characters.
 */
export function endsInLoop(text: string): boolean {
	const end = text.slice(-TIMES * LONGEST);
	// A row of one sign has every period: only the whole of what is looked at decides.
	if (DRAWN.test(end.slice(-1)) && hasPeriod(end, 1, SPAN))
		return hasPeriod(end, 1, TIMES * LONGEST);
	for (let length = 1; length <= LONGEST; length++) {
		const span = Math.max(SPAN, TIMES * length);
		if (span > end.length) return false;
		if (hasPeriod(end, length, span)) return true;
	}
	return false;
}

/** Whether a finished answer is empty. */
export function saysNothing(text: string): boolean {
	return EMPTY.test(text);
}

function hasPeriod(text: string, period: number, span: number): boolean {
	if (span > text.length) return false;
	for (let index = text.length - 1; index >= text.length - span + period; index--) {
		if (text[index] !== text[index - period]) return false;
	}
	return true;
}
