import { fold } from '../../lib/fold.ts';
import { isSpaceless, RUNS, type Term } from './find-term.ts';

/** What a person looks for: every term must be there, in any order. Empty where there is no word yet. */
export interface Query {
	readonly terms: readonly Term[];
	/** All of it as it was written, folded: what holds it in one piece comes first. */
	readonly whole: string;
}

const QUOTES = '"“”„«»「」『』';
/** What stands between two quotation marks, or after the last one while it is being written. Otherwise, a word. */
const PARTS = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]|$)|[^\\s${QUOTES}]+`, 'gu');

/** French words that lose their vowel before another: “l’eau” is “eau”. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\p{L})/iu;

/** Endings that Persian writes joined, half joined or apart, folded. */
const SUFFIXES = new Set(['ها', 'هاي', 'هايي', 'تر', 'ترين', 'ام', 'ات', 'اش', 'اي', 'اند']);

const JOINER = '\u200c';

/** Takes apart what was typed. */
export function parseQuery(typed: string): Query {
	const terms: Term[] = [];
	for (const [part, quoted, closing] of typed.matchAll(PARTS)) {
		if (quoted !== undefined) terms.push(...phrase(quoted, closing !== ''));
		else terms.push(...word(part, terms.length > 0));
	}
	const whole = oneLine(fold(typed.replaceAll(new RegExp(`[${QUOTES}]`, 'g'), '')));
	return { terms: terms.filter(isFirst), whole };
}

/** Whether whatever holds the terms of `query` also holds those of `earlier`. */
export function narrows(query: Query, earlier: Query): boolean {
	return earlier.terms.every((old) =>
		query.terms.some(
			(term) =>
				term.startsWord === old.startsWord && !old.endsWord && term.text.startsWith(old.text),
		),
	);
}

function phrase(quoted: string, isClosed: boolean): Term[] {
	const text = oneLine(fold(quoted));
	if (!text) return [];
	return [{ text, startsWord: !isSpaceless(text[0]!), endsWord: isClosed && !isSpaceless(text) }];
}

function word(part: string, hasBefore: boolean): Term[] {
	const [first = '', ...joined] = part.replace(ELIDED, '').split(JOINER).map(fold);
	const isSuffix = hasBefore && SUFFIXES.has(first);
	const terms = runsOf(first).map((run) => term(run, !isSuffix));
	// What follows a joiner is written joined or apart as well.
	terms.push(...joined.flatMap(runsOf).map((run) => term(run, false)));
	if (terms.length > 0) return terms;
	// Signs alone, an emoji for one, are looked for as they are.
	return first ? [term(first, false)] : [];
}

function runsOf(folded: string): string[] {
	return (folded.match(RUNS) ?? []).flatMap((run) => (isSpaceless(run) ? words(run) : [run]));
}

/**
 * The words of a run without spaces. Letters that are no word by themselves stay together, so that any two
 * neighbours are found as neighbours.
 */
function words(run: string): string[] {
	const found: string[] = [];
	let isLoose = false;
	for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)) {
		const isSingle = [...segment].length === 1;
		if (isSingle && isLoose) found.push(found.pop()! + segment);
		else found.push(segment);
		isLoose = isSingle;
	}
	return found;
}

function term(text: string, startsWord: boolean): Term {
	return { text, startsWord: startsWord && !isSpaceless(text), endsWord: false };
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

function isFirst(term: Term, index: number, all: readonly Term[]): boolean {
	const isSame = (other: Term) =>
		other.text === term.text &&
		other.startsWord === term.startsWord &&
		other.endsWord === term.endsWord;
	return all.findIndex(isSame) === index;
}
