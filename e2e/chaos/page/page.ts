import type { Outcome } from '../outcome.ts';
import type { Schedule } from '../schedule.ts';
import { FaultControl } from './fault-control.ts';
import { Performance } from './performance.ts';

/** What nobody caught: it cannot be told of which schedule. */
const uncaught: string[] = [];
addEventListener('error', ({ message }) => uncaught.push(message));
addEventListener('unhandledrejection', ({ reason }) =>
	uncaught.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
);

/** The driver's handle on the page. */
const chaos = {
	uncaught,

	/** Plays schedules from begin to end, so many at a time. */
	async play(schedules: Schedule[], atOnce: number, serverUrl: string): Promise<Outcome[]> {
		const waiting = [...schedules];
		const outcomes: Outcome[] = [];
		const playNext = async (): Promise<void> => {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				outcomes.push(await new Performance(next, new FaultControl(serverUrl)).play());
			}
		};
		await Promise.all(Array.from({ length: atOnce }, playNext));
		return outcomes;
	},

	/** Begins schedules; the browser is ended in the midst of them. */
	async begin(schedules: Schedule[], serverUrl: string): Promise<void> {
		const server = new FaultControl(serverUrl);
		const performances = schedules.map((schedule) => new Performance(schedule, server));
		await Promise.all(performances.map((performance) => performance.prepare()));
		for (const performance of performances) void performance.playFaults();
	},

	/** Ends schedules whose browser was ended. */
	end(schedules: Schedule[], serverUrl: string): Promise<Outcome[]> {
		const server = new FaultControl(serverUrl);
		return Promise.all(schedules.map((schedule) => new Performance(schedule, server).playEnd()));
	},
};

export type Chaos = typeof chaos;
declare global {
	var chaos: Chaos;
}
globalThis.chaos = chaos;
