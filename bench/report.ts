import { isMet, type Figure, type Result, type Unit } from './measurement.ts';
import type { Machine } from './machine.ts';

export interface Report {
	/** ISO 8601. */
	readonly date: string;
	readonly machine: Machine;
	readonly results: readonly Result[];
}

const decimals: Record<Unit, number> = {
	ratio: 3,
	percent: 0,
	ms: 0,
	'tokens/s': 2,
	'texts/s': 1,
	kB: 1,
	MB: 0,
	'yes or no': 0,
	'MB/s': 1,
};

function amount(value: number, unit: Unit): string {
	const number = value.toFixed(decimals[unit]);
	if (unit === 'ratio') return number;
	if (unit === 'yes or no') return value === 1 ? 'yes' : 'no';
	return unit === 'percent' ? `${number} %` : `${number} ${unit}`;
}

function figureOf({ value, unit, samples = [] }: Figure): string {
	const isRange = samples.length > 1;
	const range = isRange
		? ` (${amount(Math.min(...samples), unit)} … ${amount(Math.max(...samples), unit)})`
		: '';
	return amount(value, unit) + range;
}

function targetOf({ target, unit }: Figure): string {
	if (!target) return '';
	return 'atLeast' in target
		? `≥ ${amount(target.atLeast, unit)}`
		: `≤ ${amount(target.atMost, unit)}`;
}

function verdict(figure: Figure): string {
	const met = isMet(figure);
	if (met === undefined) return '';
	return met ? 'met' : '**miss**';
}

function table(result: Result): string {
	const head = `## ${result.title}\n\n${result.method}\n\n`;
	if (result.failure) return `${head}Not measured: ${result.failure}\n`;
	const lines = result.figures.map((figure) => {
		const what = figure.note ? `${figure.what}; ${figure.note}` : figure.what;
		return `| ${what} | ${figureOf(figure)} | ${targetOf(figure)} | ${verdict(figure)} |`;
	});
	return `${head}| what | median (range) | target | |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

/** The report as Markdown: the machine, then a table for each measurement. */
export function toMarkdown({ date, machine, results }: Report): string {
	const figures = results.flatMap((result) => result.figures);
	const judged = figures.filter((figure) => figure.target);
	const misses = judged.filter((figure) => !isMet(figure));
	const about = [
		'# Bench results',
		'',
		`Written by \`npm run bench\` on ${date.slice(0, 10)}. ${judged.length - misses.length} of ${judged.length} targets met.`,
		'Ratios and differences are medians over rounds in which each side ran in turn.',
		'',
		`- machine: ${machine.processor}, ${machine.threads} threads, ${machine.memoryGB} GB, ${machine.system}`,
		`- browser: ${machine.browser}`,
		`- WebGPU adapter: ${machine.adapterLine}`,
		`- load of the machine before: ${machine.loadBefore.toFixed(1)} processes a minute's mean; above 1, other work disturbed the figures`,
		'',
	];
	return `${about.join('\n')}\n${results.map(table).join('\n')}`;
}
