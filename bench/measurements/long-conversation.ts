import type { Page } from 'playwright';
import { QuernPage } from '../../e2e/pages/quern-page.ts';
import { storeLongConversation } from '../../e2e/fixtures/stored-conversation.ts';
import { LONG_TASK, throttle, THROTTLING } from '../main-thread.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { longestTaskDuring, type LongestTask } from '../task-trace.ts';

const MESSAGES = 2000;
const SCREENS = 60;

export default {
	name: 'long-conversation',
	title: 'A conversation of 2,000 messages',
	method:
		`The production build, the page’s thread ${THROTTLING}× slower: a stored conversation of ${MESSAGES} messages is opened, then scrolled upward by ${SCREENS} screens, one every 100 ms, and then a message in its middle is jumped to. ` +
		'Tasks are taken from the browser’s own trace. “Computing” leaves out the time in which other programs had the processor; it holds the throttling.',
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const page = await (await browser.newContext()).newPage();
			const quern = new QuernPage(page);
			await quern.open(lab.appUrl);
			const id = await storeLongConversation(page, MESSAGES);
			await page.goto(`${lab.appUrl}#/about`);
			await throttle(page);
			const opening = await longestTaskDuring(browser, page, async () => {
				await go(page, `#/chat/${id}`);
				await page.waitForTimeout(8000);
			});
			const scrolling = await longestTaskDuring(browser, page, async () => {
				for (let screen = 0; screen < SCREENS; screen++) {
					await page.mouse.move(400, 400);
					await page.mouse.wheel(0, -700);
					await page.waitForTimeout(100);
				}
			});
			const jumping = await longestTaskDuring(browser, page, async () => {
				await go(page, `#/chat/${id}/${id}-900`);
				await page.waitForTimeout(3000);
			});
			return [
				...figuresOf('it opens', opening),
				...figuresOf('it is scrolled', scrolling),
				...figuresOf('a message is jumped to', jumping),
			];
		});
	},
} satisfies Measurement;

const go = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash);

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
