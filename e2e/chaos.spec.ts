import { expect, test } from 'playwright/test';
import { runChaos } from './chaos/chaos.ts';
import { problemsOf, summaryOf } from './chaos/report.ts';

// A sample of `npm run chaos` (docs/chaos.md); the seed stays, so that the suite says the same every day.
test('installations under drawn faults keep what they promise', async () => {
	const report = await runChaos({ seed: 7, schedules: 36, kills: 2 });
	console.log(summaryOf(report));
	expect(problemsOf(report)).toEqual([]);
	expect(report.outcomes).toHaveLength(42);
});
