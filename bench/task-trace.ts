import type { Browser, Page } from 'playwright';

/** An event of Chromium's trace format; times in microseconds. */
interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	readonly ts: number;
	readonly dur?: number;
	/** Time that the thread truly ran, where the system tells it. */
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/** The longest task of one stretch of time on a page's own thread, in milliseconds. */
export interface LongestTask {
	readonly wallMs: number;
	/** The most that one task computed: without the time in which other programs had the processor. */
	readonly processorMs: number;
}

/** Traces the browser while `work` runs and finds the longest task of the pages' own threads. */
export async function longestTaskDuring(
	browser: Browser,
	page: Page,
	work: () => Promise<unknown>,
): Promise<LongestTask> {
	await browser.startTracing(page, { categories: ['toplevel'] });
	await work();
	const trace = await browser.stopTracing();
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
	const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
	const pageThreads = new Set(
		traceEvents
			.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
			.map(threadOf),
	);
	const tasks = traceEvents.filter(
		(event) => event.name.endsWith('RunTask') && pageThreads.has(threadOf(event)),
	);
	const longest = (time: (task: TraceEvent) => number) =>
		tasks.reduce((most, task) => Math.max(most, time(task)), 0) / 1000;
	return {
		wallMs: longest(({ dur = 0 }) => dur),
		processorMs: longest(({ tdur = 0 }) => tdur),
	};
}
