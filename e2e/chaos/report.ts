import ar from '../../src/i18n/locales/ar.ts';
import en from '../../src/i18n/locales/en.ts';
import fa from '../../src/i18n/locales/fa.ts';
import fr from '../../src/i18n/locales/fr.ts';
import zh from '../../src/i18n/locales/zh.ts';
import type { ChaosReport } from './chaos.ts';

const languages = { ar, en, fa, fr, zh };

/** Something that must not be. */
export interface Problem {
	/** Of the schedule, if it can be told. */
	readonly index?: number;
	readonly text: string;
}

/** All that must not have been: what the schedules found, what nobody caught, what has no words. */
export function problemsOf({ outcomes, uncaught }: ChaosReport): Problem[] {
	const found = outcomes.flatMap(({ index, problems }) =>
		problems.map((text) => ({ index, text })),
	);
	return [
		...found,
		...uncaught.map((text) => ({ text: `nobody caught: ${text}` })),
		...withoutWords(outcomes),
	];
}

/** Every failure that a person was told has a sentence in every language. */
function withoutWords(outcomes: ChaosReport['outcomes']): Problem[] {
	const problems: Problem[] = [];
	for (const [tag, { errors }] of Object.entries(languages)) {
		for (const { index, told } of outcomes) {
			for (const { code, data } of told) {
				const sentence = errors[code]?.(data) ?? '';
				if (sentence.length > 8 && !/undefined|NaN|\[object/.test(sentence)) continue;
				problems.push({ index, text: `${tag} has no words for ${code} ${JSON.stringify(data)}` });
			}
		}
	}
	return problems;
}

/** What was injected how often, and how the installations stood. */
export function summaryOf({ outcomes }: ChaosReport): string {
	const met = countBy(outcomes.flatMap((each) => Object.entries(each.met)));
	const stood = countBy(outcomes.map((each) => [each.stood || 'killed', 1]));
	const told = countBy(
		outcomes.flatMap((each) =>
			each.told.map(({ code, data }): [string, number] => [
				data.reason ? `${code}: ${data.reason}` : code,
				1,
			]),
		),
	);
	const accounted = outcomes.filter(({ isAccounted }) => isAccounted).length;
	return [
		'Faults that happened',
		...lines(met),
		'\nHow the installation stood when the faults ended',
		...lines(stood),
		'\nWhat people were told on the way (schedules)',
		...lines(told),
		`\nSchedules in which each byte was accounted for: ${accounted} of ${outcomes.length}`,
	].join('\n');
}

function countBy(pairs: readonly (readonly [string, number])[]): [string, number][] {
	const counts = new Map<string, number>();
	for (const [name, count] of pairs) counts.set(name, (counts.get(name) ?? 0) + count);
	return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

const lines = (counts: [string, number][]) =>
	counts.map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`);
