import type { BrowserContext, Page } from 'playwright';

/** Tasks up to this long, in milliseconds, do not count: the browser reports only longer ones. */
export const LONG_TASK = 50;

/** How many times slower the page's own thread runs while it is measured, for a phone of some years. */
export const THROTTLING = 4;

declare global {
	/** Milliseconds that each long task took. */
	var benchTasks: number[];
}

/** Records long tasks on every page of the context, from its beginning. */
export async function watchMainThread(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		globalThis.benchTasks = [];
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) globalThis.benchTasks.push(duration);
		}).observe({ type: 'longtask', buffered: true });
	});
}

/** Slows the page's own thread down. Workers and the GPU process keep their speed. */
export async function throttle(page: Page, rate = THROTTLING): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** The longest task since the page began, in milliseconds; LONG_TASK where none was longer. */
export async function longestTask(page: Page): Promise<number> {
	return Math.max(LONG_TASK, ...(await page.evaluate(() => globalThis.benchTasks)));
}
