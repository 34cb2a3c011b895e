import { QuernPage } from '../../e2e/pages/quern-page.ts';
import { LONG_TASK, throttle, THROTTLING } from '../main-thread.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { longestTaskDuring, type LongestTask } from '../task-trace.ts';

const GENERATING = 20_000;

export default {
	name: 'conversation',
	title: 'The page while a model loads and answers',
	method:
		`The production build as a person uses it: the starter is installed, the page is opened anew with its thread ${THROTTLING}× slower, and a question is asked at once, so that the model loads; then ${GENERATING / 1000} s of the answer. ` +
		'Tasks are taken from the browser’s own trace. “Computing” leaves out the time in which other programs had the processor, the software adapter among them; it holds the throttling.',
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const page = await (await browser.newContext()).newPage();
			const quern = new QuernPage(page);
			lab.say('installing');
			await quern.open(lab.appUrl);
			await quern.install();

			lab.say('loading');
			await throttle(page);
			await page.reload();
			await quern.composer.waitFor();
			const loading = await longestTaskDuring(browser, page, async () => {
				await quern.ask('Tell me a long story about a mill by a river.');
				await quern.begun(1);
			});

			lab.say('generating');
			// Not a look at the page meanwhile: looking is work for the thread that is measured.
			const answering = await longestTaskDuring(browser, page, () =>
				page.waitForTimeout(GENERATING),
			);
			return [
				...figuresOf('the model loads and reads the question', loading),
				...figuresOf('it answers', answering),
			];
		});
	},
} satisfies Measurement;

function figuresOf(when: string, { wallMs, processorMs }: LongestTask): Figure[] {
	return [
		{
			what: `longest task while ${when}`,
			value: wallMs,
			unit: 'ms',
			target: { atMost: LONG_TASK },
		},
		{ what: `longest task while ${when}, computing`, value: processorMs, unit: 'ms' },
	];
}
