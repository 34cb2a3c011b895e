import { runChaos, type ChaosOptions } from './chaos.ts';
import { drawSchedule } from './draw-schedule.ts';
import { problemsOf, summaryOf } from './report.ts';

/** Runs the schedules, says what happened, and returns the exit code. */
export async function main(options: Omit<ChaosOptions, 'say'>): Promise<number> {
	const { seed, only } = options;
	console.log(`seed ${seed}`);
	const begun = Date.now();
	const report = await runChaos({ ...options, say: (line) => console.log(`  ${line}`) });
	console.log(`\n${summaryOf(report)}`);
	const problems = problemsOf(report);
	for (const { index, text } of problems) {
		console.log(`\n✗ ${text}`);
		if (index === undefined) continue;
		console.log(`  replay: npm run chaos -- --seed ${seed} --only ${index}`);
	}
	for (const index of new Set(problems.map((problem) => problem.index))) {
		if (index !== undefined) console.log(JSON.stringify(drawSchedule(seed, index), null, '\t'));
	}
	const seconds = Math.round((Date.now() - begun) / 1000);
	const count = report.outcomes.length;
	console.log(
		problems.length === 0
			? `\n✓ ${count} schedules held what they promise (${seconds} s, seed ${seed})`
			: `\n✗ ${problems.length} problems in ${count} schedules (${seconds} s, seed ${seed})`,
	);
	return problems.length === 0 && (only !== undefined || count > 0) ? 0 : 1;
}
