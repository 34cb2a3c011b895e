import { heldLocks } from '../../../src/lib/web-lock.ts';
import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { mayRefetch, type Schedule } from '../schedule.ts';
import type { Outcome } from '../outcome.ts';
import type { FaultControl } from './fault-control.ts';
import { openOlderTab, putInstalled } from './former-times.ts';
import { inspect } from './inspect.ts';
import { Scene } from './scene.ts';
import { standstill } from './standstill.ts';
import { takeStep } from './take-step.ts';
import { sleep, until } from './until.ts';

/** Milliseconds that the installation may take to come to rest before the faults are stopped. */
const REST = 1500;
/** Milliseconds without anything new after which it hangs. */
const PATIENCE = 60_000;

/** One schedule as it is played. */
export class Performance {
	readonly #schedule: Schedule;
	readonly #scene: Scene;
	#stood = '';
	#isOver = false;

	constructor(schedule: Schedule, server: FaultControl) {
		this.#schedule = schedule;
		this.#scene = new Scene(schedule, server);
	}

	/** Plays it from begin to end. */
	play(): Promise<Outcome> {
		return this.#watch(async () => {
			await this.prepare();
			await this.playFaults();
			await this.#end();
		});
	}

	/** Puts the packs on their hosts, the neighbour and a conversation into the store. */
	async prepare(): Promise<void> {
		const scene = this.#scene;
		const { olderTab, network } = this.#schedule;
		await this.#serve();
		scene.doing = 'prepare the store';
		if (olderTab) {
			scene.findings.count('real: upgrade blocked by an older tab');
			const older = await openOlderTab(scene.packs.id);
			void sleep(olderTab).then(() => older.close());
		}
		await scene.withDatabase(async (database) => {
			await database.transact(['conversations'], 'readwrite', (transaction) =>
				transaction.objectStore('conversations').put({ id: 'kept', title: 'kept' } as never),
			);
			scene.doing = 'fetch and store the neighbour';
			if (scene.neighbour) await putInstalled(scene.neighbour, database, scene.server.url);
		});
		scene.doing = 'prepare the faults';
		for (const { host, file, faults } of network) {
			await scene.server.script(scene.packs.pathOf(host, file), faults);
		}
	}

	/** Plays the faults only: somebody ends the browser meanwhile. */
	async playFaults(): Promise<void> {
		const scene = this.#scene;
		scene.doing = 'install';
		await scene.installIn(await scene.tabs.open());
		for (const step of this.#schedule.steps) await takeStep(scene, step);
		await this.#rest();
	}

	/** Plays the end of a schedule whose browser was ended. */
	playEnd(): Promise<Outcome> {
		return this.#watch(async () => {
			const scene = this.#scene;
			await this.#serve();
			// What is missing on disk is the damage's doing; whether it came to it, nobody would know.
			scene.isDamaged = this.#schedule.steps.some((step) => step.do === 'damage');
			await scene.mark();
			scene.findings.count('real: browser killed');
			await this.#end();
		});
	}

	/** Lets `play` run unless it stands still, cleans up and says what came of it. */
	async #watch(play: () => Promise<void>): Promise<Outcome> {
		const { findings, packs, disk, server, tabs } = this.#scene;
		const begun = performance.now();
		try {
			const clock = standstill(
				() => this.#progress,
				PATIENCE,
				() => this.#isOver,
			);
			await Promise.race([clock, play()]);
		} catch (error) {
			const text = error instanceof Error ? error.stack : String(error);
			findings.problem(`${this.#scene.doing}: ${text}`);
		}
		this.#isOver = true;
		tabs.killAll();
		try {
			if (findings.problems.length === 0) await disk.evictEverything();
			await server.forget(packs.id);
		} catch (error) {
			findings.problem(`clearing: ${error}`);
		}
		return {
			index: this.#schedule.index,
			problems: findings.problems,
			met: findings.met,
			told: findings.told,
			stood: this.#stood,
			isAccounted: !mayRefetch(this.#schedule),
			milliseconds: Math.round(performance.now() - begun),
		};
	}

	/** What is going on and how far it is. */
	get #progress(): string {
		const states = this.#scene.tabs.living.map(({ library: { installation, installed } }) =>
			[installed.length, installation?.state, installation?.bytesDone, installation?.error].join(
				' ',
			),
		);
		return [this.#scene.doing, ...states].join(', ');
	}

	async #serve(): Promise<void> {
		const scene = this.#scene;
		scene.doing = 'serve the packs';
		scene.manifest = await scene.packs.serve();
		if (this.#schedule.neighbour !== 'none') {
			scene.neighbour = await scene.packs.serveNeighbour();
		}
	}

	/** Waits until the installation has come to rest, or for a while. */
	async #rest(): Promise<void> {
		const { packs, tabs } = this.#scene;
		this.#scene.doing = 'rest';
		const states = () =>
			tabs.living.map(({ library: { installation } }) =>
				installation?.waitingFor === 'other-tab' ? 'running' : installation?.state,
			);
		await until(async () => {
			await tabs.some();
			return states().every((state) => state !== 'running');
		}, REST);
		const isInstalled = tabs.living[0]?.library.installed.some(
			({ manifest }) => manifest.id === packs.id,
		);
		this.#stood = isInstalled ? 'installed' : (states()[0] ?? 'not begun');
		tabs.look();
	}

	/** Stops the faults, goes on until the pack is installed, and looks at what is stored. */
	async #end(): Promise<void> {
		const scene = this.#scene;
		scene.doing = 'end';
		scene.isMended = true;
		await scene.server.heal(scene.packs.id);
		await scene.server.outage(scene.packs.id, false);
		if (this.#schedule.end === 'new-tab') await scene.killAll();
		await this.#finish();
		await scene.killAll();
		if (scene.isDamaged) await this.#repair();
		await this.#startAnew();
		await this.#check();
	}

	async #finish(): Promise<void> {
		const scene = this.#scene;
		scene.doing = 'finish';
		for (;;) {
			if (this.#isOver) return;
			const tab = await scene.tabs.some();
			const { installation, installed } = tab.library;
			if (!installation) {
				if (installed.some(({ manifest }) => manifest.id === scene.packs.id)) return;
				await scene.installIn(tab);
			} else if (installation.state !== 'running') {
				scene.tabs.look();
				await scene.tabs.attempt(tab, () => tab.library.resume());
			}
			await sleep(20);
		}
	}

	async #repair(): Promise<void> {
		const tab = await this.#scene.tabs.some();
		for (const { manifest } of tab.library.installed) {
			this.#scene.doing = `repair ${manifest.id}`;
			let broken: readonly string[] = [];
			for await (const step of tab.library.verify(manifest.id, 'wllama')) broken = step.broken;
			if (broken.length === 0) continue;
			await tab.library.repair(manifest.id, 'wllama', broken);
			await this.#finish();
		}
	}

	/** What was cut off in the midst of a removal is ended when the app starts and nobody else is at it. */
	async #startAnew(): Promise<void> {
		const { packs, tabs } = this.#scene;
		this.#scene.doing = 'start anew';
		tabs.killAll();
		const isOurs = (lock: string) => lock.includes(packs.id);
		await until(async () => ![...(await heldLocks())].some(isOurs), PATIENCE);
		await tabs.open();
		tabs.killAll();
	}

	async #check(): Promise<void> {
		const { disk, findings, hasConversation, manifest, neighbour, perhapsRemoved } = this.#scene;
		this.#scene.doing = 'check';
		const wanted = [manifest, ...(neighbour ? [neighbour] : [])];
		await this.#scene.withDatabase(async (database) => {
			const installed = new InstalledPackRepository(database);
			if (perhapsRemoved && (await installed.get(perhapsRemoved.id, 'wllama'))) {
				wanted.push(perhapsRemoved);
			}
			findings.problems.push(...(await inspect(disk, database, wanted, hasConversation)));
		});
		findings.problems.push(...(await this.#scene.refetched()));
	}
}
