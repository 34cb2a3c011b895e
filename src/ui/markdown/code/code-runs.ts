/** What a run of characters in code is: each kind has a colour in `code-colours.css`. */
export const KINDS = [
	'keyword',
	'string',
	'number',
	'comment',
	'title',
	'type',
	'name',
	'added',
	'removed',
] as const;

export type CodeKind = (typeof KINDS)[number];

/** Runs of code, in order and apart from each other: start, end and index into `KINDS`, three numbers for each. */
export type CodeRuns = Uint32Array<ArrayBuffer>;

const NUMBERS = 3;

/** One run, cut to the stretch of text that was asked for and counted from its start. */
export interface CodeRun {
	readonly start: number;
	readonly end: number;
	readonly kind: CodeKind;
}

/** The runs between two places in the text. */
export function* runsBetween(runs: CodeRuns, from: number, to: number): Generator<CodeRun> {
	for (let at = firstAfter(runs, from); at < runs.length; at += NUMBERS) {
		const [start = 0, end = 0, kind = 0] = runs.subarray(at, at + NUMBERS);
		if (start >= to) return;
		yield {
			start: Math.max(start, from) - from,
			end: Math.min(end, to) - from,
			kind: KINDS[kind] ?? 'name',
		};
	}
}

/** Where the first run stands that ends after a place. */
function firstAfter(runs: CodeRuns, place: number): number {
	let low = 0;
	let high = runs.length / NUMBERS;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((runs[middle * NUMBERS + 1] ?? 0) <= place) low = middle + 1;
		else high = middle;
	}
	return low * NUMBERS;
}
