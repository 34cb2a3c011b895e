import type { BrowserContext, Page } from 'playwright';

/** Tasks up to this long, in milliseconds, do not count: the browser reports only longer ones. */
export const LONG_TASK = 50;

/** How many times slower the page's own thread runs while it is measured, for a phone of some years. */
export const THROTTLING = 4;

interface Task {
	/** Milliseconds since the page began. */
	readonly startTime: number;
	readonly duration: number;
}

declare global {
	var benchTasks: Task[];
}

/** Records long tasks on every page of the context, from its beginning. */
export async function watchMainThread(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		globalThis.benchTasks = [];
		new PerformanceObserver((list) => {
			for (const { startTime, duration } of list.getEntries()) {
				globalThis.benchTasks.push({ startTime, duration });
			}
		}).observe({ type: 'longtask', buffered: true });
	});
}

/** Slows the page's own thread down. Workers and the GPU process keep their speed. */
export async function throttle(page: Page, rate = THROTTLING): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** The page's own clock: milliseconds since it began. */
export function pageNow(page: Page): Promise<number> {
	return page.evaluate(() => performance.now());
}

/** The longest task that began between two times of the page's clock; LONG_TASK where none was longer. */
export async function longestTask(page: Page, from = 0, to = Infinity): Promise<number> {
	const tasks = await page.evaluate(() => globalThis.benchTasks);
	const during = tasks.filter(({ startTime }) => startTime >= from && startTime < to);
	return Math.max(LONG_TASK, ...during.map(({ duration }) => duration));
}
