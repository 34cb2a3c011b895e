import type { Lab } from './lab.ts';

/** One comparison: a file in `measurements/` that default-exports it. */
export interface Measurement {
	/** What `--only` takes. */
	readonly name: string;
	readonly title: string;
	/** How it was measured, in a sentence or two for the reader of the table. */
	readonly method: string;
	run(lab: Lab): Promise<Figure[]>;
}

export type Unit =
	'ratio' | 'percent' | 'ms' | 'tokens/s' | 'texts/s' | 'kB' | 'MB' | 'MB/s' | 'yes or no';

/** One line of the table. Without a target it is there to be compared with. */
export interface Figure {
	readonly what: string;
	/** A number in `unit`; percent from 0 to 100, kB and MB in powers of ten, 1 for yes. */
	readonly value: number;
	readonly unit: Unit;
	readonly target?: { readonly atLeast: number } | { readonly atMost: number };
	/** The single runs behind a median, in the order they were made. */
	readonly samples?: readonly number[];
	readonly note?: string;
	/** What was said meanwhile, for whoever doubts the figure. */
	readonly answers?: readonly string[];
}

export interface Result {
	readonly name: string;
	readonly title: string;
	readonly method: string;
	readonly figures: readonly Figure[];
	/** Why it could not be measured. */
	readonly failure?: string;
}

/** Whether the figure meets its target; undefined where it has none. */
export function isMet({ value, target }: Figure): boolean | undefined {
	if (!target) return undefined;
	return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}
