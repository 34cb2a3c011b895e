import type { Fit } from './fit.ts';

/** What the choice among models goes by. */
export interface Candidate {
	readonly id: string;
	/** Number of weights: of two models the larger one answers better, and later. */
	readonly parameters: number;
	/** The app brings its own copy: it comes from this same site. */
	readonly isBundled: boolean;
	/** How well it serves the person's language. */
	readonly language: 'serves' | 'weak' | 'none';
	readonly fit: Fit;
}

export type Purpose = 'quick' | 'balanced' | 'best';

export interface ByPurpose<T> {
	/** Each purpose that a model suits, none of them twice, the quick one first. */
	readonly picks: readonly { readonly purpose: Purpose; readonly candidate: T }[];
	/** The one to take if in doubt. Undefined only where nothing runs. */
	readonly recommended: T | undefined;
}

/** Circumstances under which little is recommended: the line is paid by the byte, or nothing computes fast. */
export interface Circumstances {
	readonly isMetered: boolean;
	readonly isSlow: boolean;
}

const LEVELS = ['serves', 'weak', 'none'] as const;

/**
 * One model for each purpose, out of those that run here and serve the person's language best. The quick one is
 * the app's own where that runs, else the smallest; the best is the largest that fits without squeezing; between
 * them stands the largest of at most three quarters of its size.
 */
export function byPurpose<T extends Candidate>(
	candidates: readonly T[],
	{ isMetered, isSlow }: Circumstances,
): ByPurpose<T> {
	const usable = candidates
		.filter(({ fit }) => fit.verdict !== 'will-not-fit')
		.sort((a, b) => a.parameters - b.parameters);
	const pool = LEVELS.map((level) => usable.filter(({ language }) => language === level)).find(
		(speaking) => speaking.length > 0,
	);
	if (!pool) return { picks: [], recommended: undefined };
	const easy = pool.filter(({ fit }) => fit.verdict === 'fits');

	const quick = usable.find(({ isBundled }) => isBundled) ?? pool[0]!;
	const others = (some: readonly T[]) => some.filter((candidate) => candidate !== quick);
	const best = others(easy).at(-1) ?? others(pool)[0];
	const balanced = others(easy).findLast(
		({ parameters }) => best && parameters <= best.parameters * 0.75,
	);
	const picks = [
		{ purpose: 'quick', candidate: quick } as const,
		...(balanced ? [{ purpose: 'balanced', candidate: balanced } as const] : []),
		...(best ? [{ purpose: 'best', candidate: best } as const] : []),
	];
	if (isMetered || isSlow) return { picks, recommended: quick };
	const level = Math.min(...picks.map(({ candidate }) => LEVELS.indexOf(candidate.language)));
	const speaking = picks.filter(({ candidate }) => LEVELS.indexOf(candidate.language) === level);
	const wanted = (['balanced', 'best', 'quick'] as const)
		.map((purpose) => speaking.find((pick) => pick.purpose === purpose)?.candidate)
		.filter((candidate) => candidate !== undefined);
	const recommended = wanted.find(({ fit }) => fit.verdict === 'fits') ?? wanted[0];
	return { picks, recommended };
}
