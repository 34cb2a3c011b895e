import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { build } from 'vite';
import { startServer } from '../../scripts/serve.mjs';
import { startFaultServer, type FaultServer } from '../fixtures/fault-server.mjs';
import { Profile } from '../fixtures/profile.ts';
import { drawSchedule } from './draw-schedule.ts';
import type { Outcome } from './outcome.ts';
import type { Schedule, Step } from './schedule.ts';
import type {} from './page/page.ts';

export interface ChaosOptions {
	readonly seed: number;
	/** Schedules that are played in one browser. */
	readonly schedules: number;
	/** Times that a browser is killed, with all schedules that are under way in it. */
	readonly kills: number;
	/** Only the schedule of this index. */
	readonly only?: number;
	readonly say?: (line: string) => void;
}

/** What a run brought to light. */
export interface ChaosReport {
	readonly outcomes: readonly Outcome[];
	/** Failures of the page that no schedule caught. */
	readonly uncaught: readonly string[];
}

/** Schedules under way at the same time: more than processors, for they wait a lot. */
const AT_ONCE = 12;
/** Schedules that one kill of the browser meets. */
const PER_KILL = 3;
const BATCH = 100;
/** Their indices begin here, so that they are others than those that end by themselves. */
const FIRST_KILLED = 1_000_000;

/** Plays schedules against the fault server in a real browser. */
export async function runChaos(o: ChaosOptions): Promise<ChaosReport> {
	const configFile = fileURLToPath(new URL('page/vite.config.ts', import.meta.url));
	await build({ configFile, logLevel: 'warn' });
	const site = await startServer({
		root: fileURLToPath(new URL('../../.cache/chaos/site', import.meta.url)),
		// Not the app's policy: here files come from another port. Isolated, so that a worker can stand still.
		secure: false,
		intercept: (_request, response) => {
			response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
			response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
			return false;
		},
	});
	const server = await startFaultServer();
	const profile = await Profile.create();
	const stage = new Stage(profile, site.url, server, o);
	try {
		return await stage.run();
	} finally {
		await profile.remove();
		await Promise.all([site.close(), server.close()]);
	}
}

class Stage {
	readonly #profile: Profile;
	readonly #site: string;
	readonly #server: FaultServer;
	readonly #options: ChaosOptions;
	readonly #outcomes: Outcome[] = [];
	readonly #uncaught: string[] = [];

	constructor(profile: Profile, site: string, server: FaultServer, options: ChaosOptions) {
		this.#profile = profile;
		this.#site = site;
		this.#server = server;
		this.#options = options;
	}

	async run(): Promise<ChaosReport> {
		const { schedules, kills, only } = this.#options;
		if (only !== undefined && only >= FIRST_KILLED)
			await this.#playKills(Math.floor((only - FIRST_KILLED) / PER_KILL), 1);
		else await this.#playWhole(only === undefined ? range(0, schedules) : [only]);
		if (only === undefined) await this.#playKills(0, kills);
		return { outcomes: this.#outcomes, uncaught: this.#uncaught };
	}

	async #playWhole(indices: readonly number[]): Promise<void> {
		const page = await this.#open();
		for (let i = 0; i < indices.length; i += BATCH) {
			const schedules = this.#draw(indices.slice(i, i + BATCH));
			const outcomes = await page.evaluate(
				([all, atOnce, server]) => chaos.play(all, atOnce, server),
				[schedules, AT_ONCE, this.#server.url] as const,
			);
			this.#outcomes.push(...outcomes);
			this.#options.say?.(`${this.#outcomes.length} schedules played`);
		}
		this.#uncaught.push(...(await page.evaluate(() => chaos.uncaught)));
		await this.#profile.kill();
	}

	/** Each browser ends what the one before was killed in, and then begins more. */
	async #playKills(first: number, kills: number): Promise<void> {
		for (let kill = first; kill < first + kills; kill++) {
			const start = FIRST_KILLED + kill * PER_KILL;
			const schedules = this.#draw(range(start, start + PER_KILL));
			const page = await this.#open();
			await page.evaluate(([all, server]) => chaos.begin(all, server), [
				schedules,
				this.#server.url,
			] as const);
			await page.waitForTimeout(200 + ((kill * 137) % 900));
			await this.#profile.kill();
			const next = await this.#open();
			const outcomes = await next.evaluate(([all, server]) => chaos.end(all, server), [
				schedules,
				this.#server.url,
			] as const);
			this.#outcomes.push(...outcomes);
			this.#uncaught.push(...(await next.evaluate(() => chaos.uncaught)));
			await this.#profile.kill();
			this.#options.say?.(`browser killed ${kill - first + 1} times`);
		}
	}

	async #open(): Promise<Page> {
		const page = await this.#profile.launch();
		await page.exposeFunction('faultServer', (path: string, body: object) =>
			this.#server.control(path, body),
		);
		await page.goto(this.#site);
		await page.waitForFunction(() => 'chaos' in globalThis);
		return page;
	}

	#draw(indices: readonly number[]): Schedule[] {
		return indices.map((index) => {
			const schedule = drawSchedule(this.#options.seed, index);
			if (index < FIRST_KILLED) return schedule;
			// Whether it came to these before the end of the browser, nobody would know.
			const isKnown = ({ do: what }: Step) => what !== 'evict' && what !== 'remove-neighbour';
			return { ...schedule, steps: schedule.steps.filter(isKnown) };
		});
	}
}

const range = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
