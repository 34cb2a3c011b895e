import { QuernPage } from '../../e2e/pages/quern-page.ts';
import {
	LONG_TASK,
	longestTask,
	pageNow,
	throttle,
	THROTTLING,
	watchMainThread,
} from '../main-thread.ts';
import type { Measurement } from '../measurement.ts';

const GENERATING = 20_000;

export default {
	name: 'conversation',
	title: 'The page while a model loads and answers',
	method:
		`The production build as a person uses it: the starter is installed, the page is opened anew with its thread ${THROTTLING}× slower, and a question is asked at once, so that the model loads; then ${GENERATING / 1000} s of the answer. ` +
		`The browser reports tasks over ${LONG_TASK} ms only; ${LONG_TASK} ms stands for none.`,
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			await watchMainThread(context);
			const page = await context.newPage();
			const quern = new QuernPage(page);
			lab.say('installing');
			await quern.open(lab.appUrl);
			await quern.install();

			lab.say('loading');
			await throttle(page);
			await page.reload();
			await quern.composer.waitFor();
			const opened = await pageNow(page);
			await quern.ask('Tell me a long story about a mill by a river.');
			await quern.begun(1);
			const begun = await pageNow(page);

			lab.say('generating');
			// Not a look at the page meanwhile: looking is work for the thread that is measured.
			await page.waitForTimeout(GENERATING);
			const ended = await pageNow(page);
			await quern.button(quern.messages.chat.stop).click();
			const figure = async (what: string, from: number, to: number) => ({
				what,
				value: await longestTask(page, from, to),
				unit: 'ms' as const,
				target: { atMost: LONG_TASK },
			});
			return [
				await figure('longest task while the model loads and reads the question', opened, begun),
				await figure('longest task while it answers', begun, ended),
			];
		});
	},
} satisfies Measurement;
