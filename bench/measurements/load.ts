import type { Page } from 'playwright';
import type { Lab } from '../lab.ts';
import type { Measurement } from '../measurement.ts';
import { pipelineCompileMs, tracePipelines } from '../pipeline-trace.ts';
import { median, paired, quotient } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';

const ROUNDS = 6;
const quern = 'subject=quern&engine=web-llm';
const bare = 'subject=bare-web-llm-worker';

type Context = Parameters<typeof SubjectPage.open>[1];

export default {
	name: 'load',
	title: 'Load: from Quern’s store against WebLLM’s IndexedDB cache',
	method:
		`Everything is on the device already. ${ROUNDS} rounds, each side in turn on a fresh page, from the call that starts the worker to ready. ` +
		'The share of pipeline compilation is the time during which WebGPU had at least one compute pipeline in work, from one further load of each.',
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			for (const subject of [quern, bare] as const) {
				lab.say(`preparing ${subject}`);
				const page = await SubjectPage.open(lab, context, subject);
				await page.prepare();
				await page.close();
				// One load that is not counted: it fills the browser's own code and shader caches.
				await loadOnce(lab, context, subject);
			}
			const ours: number[] = [];
			const theirs: number[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				for (const subject of round % 2 === 0
					? ([quern, bare] as const)
					: ([bare, quern] as const)) {
					const { loadMs } = await loadOnce(lab, context, subject);
					(subject === quern ? ours : theirs).push(loadMs);
				}
				lab.say(`round ${round + 1} of ${ROUNDS}`);
			}
			const traced = {
				quern: await loadOnce(lab, context, quern, tracePipelines),
				bare: await loadOnce(lab, context, bare, tracePipelines),
			};
			const ratios = paired(ours, theirs, quotient);
			return [
				{
					what: 'load, Quern ÷ bare WebLLM',
					value: median(ratios),
					unit: 'ratio',
					samples: ratios,
					target: { atMost: 0.7 },
				},
				{ what: 'Quern: load', value: median(ours), unit: 'ms', samples: ours },
				{ what: 'bare WebLLM: load', value: median(theirs), unit: 'ms', samples: theirs },
				{
					what: 'Quern: share of the load with pipelines compiling',
					value: (100 * traced.quern.compileMs) / traced.quern.loadMs,
					unit: 'percent',
				},
				{
					what: 'bare WebLLM: share of the load with pipelines compiling',
					value: (100 * traced.bare.compileMs) / traced.bare.loadMs,
					unit: 'percent',
				},
			];
		});
	},
} satisfies Measurement;

async function loadOnce(
	lab: Lab,
	context: Context,
	subject: SubjectQuery,
	before: (page: Page) => void = () => {},
): Promise<{ loadMs: number; compileMs: number }> {
	const page = await SubjectPage.open(lab, context, subject);
	before(page.page);
	const loadMs = await page.load();
	const compileMs = await pipelineCompileMs(page.page);
	await page.close();
	return { loadMs, compileMs };
}
