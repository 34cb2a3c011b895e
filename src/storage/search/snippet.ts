import { fold, foldWithOrigins } from '../../lib/fold.ts';
import { findTerm, type Term } from './find-term.ts';

/** A piece of a text: what was looked for, or what stands around it. */
export interface Piece {
	readonly text: string;
	readonly isMatch: boolean;
}

/** Characters before what was found, and of a snippet as a whole. */
const BEFORE = 40;
const LENGTH = 200;
/** Folded at once while the place is looked for in a long text. */
const BLOCK = 2048;

/** The part of a text around the first of the terms that it holds, with all of them marked. */
export function snippet(text: string, terms: readonly Term[]): Piece[] {
	const folded = fold(text);
	const found = terms.map((term) => findTerm(folded, term)).filter((at) => at >= 0);
	const place = found.length > 0 ? placeIn(text, Math.min(...found)) : 0;
	const start = place <= BEFORE ? 0 : wordNear(text, place - BEFORE, place);
	const end = whole(text, start + LENGTH);
	const pieces = mark(text.slice(start, end), terms);
	return [
		...(start > 0 ? [{ text: '…', isMatch: false }] : []),
		...pieces,
		...(end < text.length ? [{ text: '…', isMatch: false }] : []),
	];
}

/** The whole text, with all terms marked. */
export function mark(text: string, terms: readonly Term[]): Piece[] {
	const { text: folded, origins } = foldWithOrigins(text);
	const pieces: Piece[] = [];
	let done = 0;
	for (const { from, to } of ranges(folded, terms)) {
		const start = Math.max(origins[from]!, done);
		const end = origins[to]!;
		if (end <= start) continue;
		if (start > done) pieces.push({ text: text.slice(done, start), isMatch: false });
		pieces.push({ text: text.slice(start, end), isMatch: true });
		done = end;
	}
	if (done < text.length) pieces.push({ text: text.slice(done), isMatch: false });
	return pieces;
}

/** Where the terms stand, in order; those that touch or overlap as one. */
function ranges(folded: string, terms: readonly Term[]): { from: number; to: number }[] {
	const all = terms.flatMap((term) => {
		const found: { from: number; to: number }[] = [];
		for (let at = findTerm(folded, term); at >= 0; at = findTerm(folded, term, at + 1)) {
			found.push({ from: at, to: at + term.text.length });
		}
		return found;
	});
	const joined: { from: number; to: number }[] = [];
	for (const range of all.sort((a, b) => a.from - b.from)) {
		const last = joined.at(-1);
		if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
		else joined.push(range);
	}
	return joined;
}

/** The place in a text that a place in its fold comes from. */
function placeIn(text: string, foldedAt: number): number {
	let [at, folded] = [0, 0];
	while (at < text.length) {
		const block = text.slice(at, whole(text, at + BLOCK));
		const { length } = fold(block);
		if (folded + length > foldedAt) return at + foldWithOrigins(block).origins[foldedAt - folded]!;
		folded += length;
		at += block.length;
	}
	return at;
}

/** The place, or the next one where it is in the middle of a letter that takes two code units. */
function whole(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return Math.min(text.length, code >= 0xdc00 && code <= 0xdfff ? at + 1 : at);
}

/** The start of a word after `from`, or `from` where there is none before `limit`. */
function wordNear(text: string, from: number, limit: number): number {
	const space = text.indexOf(' ', from);
	return space >= 0 && space < limit ? space + 1 : whole(text, from);
}
