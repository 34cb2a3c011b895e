import type { AppError } from '../../../src/lib/errors.ts';
import { Database } from '../../../src/storage/database.ts';
import { IndexedDbShardStore } from '../../../src/storage/indexed-db-shard-store.ts';
import { heldLocks } from '../../../src/lib/web-lock.ts';
import type { Installation } from '../../../src/packs/installation.ts';
import { fileSetFor, type PackManifest } from '../../../src/packs/manifest.ts';
import { mayRefetch, type Schedule, type Step, type WorkerFaults } from '../schedule.ts';
import type { Outcome } from '../outcome.ts';
import { Accounts } from './accounts.ts';
import { ChaosPacks } from './chaos-pack.ts';
import { Disk, sha256Of } from './disk.ts';
import type { FaultControl } from './fault-control.ts';
import { openOlderTab, putInstalled } from './former-times.ts';
import { holdFile } from './hold-file.ts';
import { inspect } from './inspect.ts';
import { Tab } from './tab.ts';
import type { TabSurroundings } from './tab-contract.ts';

/** Milliseconds that the installation may take to come to rest before the faults are stopped, and to end after that. */
const REST = 1500;
const PATIENCE = 60_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One schedule as it is played. */
export class Performance {
	readonly #schedule: Schedule;
	readonly #server: FaultControl;
	readonly #packs: ChaosPacks;
	readonly #disk: Disk;
	readonly #accounts: Accounts;
	readonly #surroundings: TabSurroundings;
	readonly #met: Record<string, number> = {};
	readonly #told = new Map<string, AppError>();
	readonly #problems: string[] = [];
	readonly #workers: WorkerFaults[];
	#tabs: Tab[] = [];
	#manifest!: PackManifest;
	#neighbour: PackManifest | undefined;
	#isMended = false;
	#isDamaged = false;
	#hasConversation = true;
	#stood = '';
	#doing = 'begin';

	constructor(schedule: Schedule, server: FaultControl) {
		this.#schedule = schedule;
		this.#server = server;
		this.#packs = new ChaosPacks(schedule, server);
		this.#disk = new Disk(this.#packs.id);
		this.#accounts = new Accounts(schedule.chunkBytes);
		this.#workers = [...schedule.workers];
		this.#surroundings = {
			database: this.#packs.id,
			shelf: schedule.shelf,
			baseUrl: server.url,
			hosts: this.#packs.hosts,
			policy: () => ({
				chunkBytes: schedule.chunkBytes,
				stallTime: this.#isMended ? 20_000 : 300,
				attempts: this.#isMended ? 5 : 3,
				firstPause: 1,
				lanes: schedule.lanes,
				// Ever so often another number, whether it gains or not.
				probeTime: 1,
			}),
			nextFaults: () => (this.#isMended ? {} : (this.#workers.shift() ?? {})),
			met: (fault) => this.#count(`wrapped: ${fault}`),
			persist: () => {
				if (this.#isMended || schedule.persist === 'granted') return 'granted';
				this.#count(`wrapped: persist ${schedule.persist}`);
				return schedule.persist;
			},
			uncaught: (text) => this.#problem(`nobody caught: ${text}`),
		};
	}

	/** Plays it from begin to end. */
	async play(): Promise<Outcome> {
		const begun = performance.now();
		const clock = sleep(PATIENCE).then(() => {
			throw new Error(`not done after ${PATIENCE / 1000} s: ${this.#doing}`);
		});
		clock.catch(() => {});
		try {
			await Promise.race([clock, this.#all()]);
		} catch (error) {
			this.#problem(`${this.#doing}: ${error instanceof Error ? error.stack : String(error)}`);
		}
		await this.#clear().catch((error) => this.#problem(`clearing: ${error}`));
		return {
			index: this.#schedule.index,
			problems: this.#problems,
			met: this.#met,
			told: [...this.#told.values()].map(({ code, data }) => ({ code, data })),
			stood: this.#stood,
			isAccounted: !mayRefetch(this.#schedule),
			milliseconds: Math.round(performance.now() - begun),
		};
	}

	/** Plays the faults only: somebody ends the browser meanwhile. */
	async playFaults(): Promise<void> {
		await this.#begin();
		for (const step of this.#schedule.steps) await this.#take(step);
		await this.#rest();
	}

	/** Plays the end of a schedule whose browser was ended. */
	async playEnd(): Promise<Outcome> {
		this.#all = async () => {
			this.#manifest = await this.#packs.serve();
			const { neighbour } = this.#schedule;
			if (neighbour !== 'none') this.#neighbour = await this.#packs.serveNeighbour();
			// What is missing on disk is the damage's doing; whether it came to it, nobody would know.
			this.#isDamaged = this.#schedule.steps.some((step) => step.do === 'damage');
			await this.#mark();
			this.#count('real: browser killed');
			await this.#end();
		};
		return this.play();
	}

	#all = async (): Promise<void> => {
		await this.prepare();
		await this.playFaults();
		await this.#end();
	};

	/** Puts the packs on their hosts, the neighbour and a conversation into the store. */
	async prepare(): Promise<void> {
		const { neighbour, olderTab, network } = this.#schedule;
		this.#doing = 'prepare';
		this.#manifest = await this.#packs.serve();
		if (olderTab) {
			this.#count('real: upgrade blocked by an older tab');
			const older = await openOlderTab(this.#packs.id);
			void sleep(olderTab).then(() => older.close());
		}
		this.#doing = 'prepare: serve the neighbour';
		if (neighbour !== 'none') this.#neighbour = await this.#packs.serveNeighbour();
		this.#doing = 'prepare: open the database';
		await this.#withDatabase(async (database) => {
			await database.transact(['conversations'], 'readwrite', (transaction) =>
				transaction.objectStore('conversations').put({ id: 'kept', title: 'kept' } as never),
			);
			this.#doing = 'prepare: put the neighbour';
			if (this.#neighbour) await putInstalled(this.#neighbour, database, this.#server.url);
		});
		this.#doing = 'prepare: script';
		for (const { host, file, faults } of network) {
			await this.#server.script(this.#packs.pathOf(host, file), faults);
		}
	}

	async #begin(): Promise<void> {
		this.#doing = 'install';
		const tab = await this.#openTab();
		await this.#installIn(tab);
	}

	async #installIn(tab: Tab): Promise<void> {
		await this.#attempt(tab, () => tab.library.install(this.#manifest, 'wllama'));
	}

	/** Does what a person does in a tab. What it throws is what the person reads; the tab may end meanwhile. */
	async #attempt(tab: Tab, action: () => Promise<unknown>): Promise<void> {
		const failed = action().catch((error: unknown) => this.#tell(error));
		await Promise.race([failed, tab.gone]);
	}

	async #take(step: Step): Promise<void> {
		this.#doing = JSON.stringify(step);
		this.#look();
		const tab = await this.#someTab();
		switch (step.do) {
			case 'wait':
				return void (await sleep(step.ms));
			case 'await-requests':
				return this.#until(async () => (await this.#countRequests()) >= step.count, 300);
			case 'pause-resume':
				await this.#attempt(tab, () => tab.library.pause());
				await this.#mark();
				await sleep(step.ms);
				return this.#attempt(tab, () => tab.library.resume());
			case 'second-tab':
				this.#count('real: second tab');
				return this.#resumeIn(await this.#openTab());
			case 'kill':
				this.#count('real: tab killed');
				tab.kill();
				this.#tabs = this.#tabs.filter((each) => each !== tab);
				await this.#mark();
				return void (await this.#someTab());
			case 'cancel':
				this.#count('real: cancelled');
				return this.#attempt(tab, () => tab.library.cancel());
			case 'remove-neighbour':
				return this.#removeNeighbour(tab, step.readMeanwhile);
			case 'damage':
				await this.#killAll();
				if (await this.#disk.damage(this.#digestOf(step.file), step.how, step.at)) {
					this.#isDamaged = true;
					this.#count(`real: stored file, ${step.how}`);
				}
				return void (await this.#someTab());
			case 'evict':
				return this.#evict(step.what);
			case 'corrupt-record':
				this.#count(`real: corrupt record in ${step.store}`);
				return this.#disk.putGarbage(step.store);
			case 'hold-file':
				return this.#holdFile(step.file, step.ms);
			case 'outage':
				this.#count('real: outage');
				await this.#server.outage(this.#packs.id, true);
				await sleep(step.ms);
				await this.#server.outage(this.#packs.id, false);
		}
	}

	/** Waits until the installation has come to rest, or for a while. */
	async #rest(): Promise<void> {
		this.#doing = 'rest';
		const states = () =>
			this.#tabs.map(({ library: { installation } }) =>
				installation?.waitingFor === 'other-tab' ? 'running' : installation?.state,
			);
		await this.#until(async () => {
			await this.#someTab();
			return states().every((state) => state !== 'running');
		}, REST);
		const isInstalled = this.#tabs[0]?.library.installed.some(
			({ manifest }) => manifest.id === this.#packs.id,
		);
		this.#stood = isInstalled ? 'installed' : (states()[0] ?? 'not begun');
		this.#look();
	}

	/** Stops the faults, goes on until the pack is installed, and looks at what is stored. */
	async #end(): Promise<void> {
		this.#doing = 'end';
		this.#isMended = true;
		await this.#server.heal(this.#packs.id);
		await this.#server.outage(this.#packs.id, false);
		if (this.#schedule.end === 'new-tab') await this.#killAll();
		await this.#finish();
		await this.#killAll();
		if (this.#isDamaged) await this.#repair();
		await this.#startAnew();
		await this.#check();
	}

	async #finish(): Promise<void> {
		for (;;) {
			const tab = await this.#someTab();
			const { installation, installed } = tab.library;
			this.#doing = `end, ${installation?.state}, ${installation?.error}`;
			if (!installation) {
				if (installed.some(({ manifest }) => manifest.id === this.#packs.id)) return;
				await this.#installIn(tab);
			} else if (installation.state !== 'running') {
				this.#look();
				await this.#attempt(tab, () => tab.library.resume());
			}
			await sleep(20);
		}
	}

	async #repair(): Promise<void> {
		const tab = await this.#someTab();
		for (const { manifest } of tab.library.installed) {
			this.#doing = `repair ${manifest.id}`;
			let broken: readonly string[] = [];
			for await (const step of tab.library.verify(manifest.id, 'wllama')) broken = step.broken;
			if (broken.length === 0) continue;
			await tab.library.repair(manifest.id, 'wllama', broken);
			await this.#finish();
		}
	}

	/** What was cut off in the midst of a removal is ended when the app starts and nobody else is at it. */
	async #startAnew(): Promise<void> {
		this.#doing = 'start anew';
		await this.#killAll();
		const isOurs = (lock: string) => lock.includes(this.#packs.id);
		await this.#until(async () => ![...(await heldLocks())].some(isOurs));
		await this.#openTab();
		await this.#killAll();
	}

	async #check(): Promise<void> {
		this.#doing = 'check';
		const wanted = [this.#manifest, ...(this.#neighbour ? [this.#neighbour] : [])];
		const found = await this.#withDatabase((database) =>
			inspect(this.#disk, database, wanted, this.#hasConversation),
		);
		this.#problems.push(...found);
		const requests = await this.#server.requests(this.#packs.id);
		for (const { fault } of requests) if (fault) this.#count(`real: network, ${fault}`);
		if (!mayRefetch(this.#schedule)) this.#problems.push(...this.#accounts.problems(requests));
	}

	async #clear(): Promise<void> {
		for (const tab of this.#tabs.splice(0)) tab.kill();
		if (this.#problems.length === 0) await this.#disk.evictEverything();
		await this.#server.forget(this.#packs.id);
	}

	async #removeNeighbour(tab: Tab, readMeanwhile: boolean): Promise<void> {
		const manifest = this.#neighbour;
		if (!manifest || !tab.library.installed.some((pack) => pack.manifest.id === manifest.id))
			return;
		this.#count('real: another pack removed');
		const { sha256 } = fileSetFor(manifest, 'wllama').files.at(-1)!;
		const open = readMeanwhile
			? await this.#withDatabase((database) => new IndexedDbShardStore(database).read(sha256))
			: undefined;
		this.#neighbour = undefined;
		await this.#attempt(tab, async () => {
			await tab.library.remove(manifest.id, 'wllama');
			await tab.library.forget(manifest.id, 'wllama');
		});
		if (!open) return;
		this.#count('real: read while it is removed');
		const content = await open.arrayBuffer().catch(() => undefined);
		if (!content) return;
		if ((await sha256Of(content)) !== sha256) {
			this.#problem('what was open when it was removed reads as other bytes');
		}
	}

	async #evict(what: 'everything' | 'files'): Promise<void> {
		this.#count(`real: evicted, ${what}`);
		await this.#killAll();
		if (what === 'files') await this.#disk.evictFiles();
		else {
			await this.#disk.evictEverything();
			this.#neighbour = undefined;
			this.#hasConversation = false;
		}
		const tab = await this.#someTab();
		if (!tab.library.installation) await this.#installIn(tab);
	}

	async #holdFile(file: number, ms: number): Promise<void> {
		if (this.#schedule.shelf !== 'opfs') return;
		const letGo = await holdFile(this.#packs.id, this.#digestOf(file));
		if (letGo) this.#count('real: file held by another');
		if (letGo) await sleep(ms);
		letGo?.();
	}

	async #openTab(): Promise<Tab> {
		const tab = await Tab.open(this.#surroundings, (ended) => {
			this.#tabs = this.#tabs.filter((each) => each !== ended);
			this.#count('real: tab ended in the midst of a call');
		});
		this.#tabs.push(tab);
		return tab;
	}

	/** A living tab; where there is none, a new one that goes on. */
	async #someTab(): Promise<Tab> {
		const [living] = this.#tabs;
		if (living) return living;
		const tab = await this.#openTab();
		await this.#resumeIn(tab);
		return tab;
	}

	async #resumeIn(tab: Tab): Promise<void> {
		if (tab.library.installation) await this.#attempt(tab, () => tab.library.resume());
	}

	async #killAll(): Promise<void> {
		for (const tab of this.#tabs.splice(0)) tab.kill();
		if (!this.#isMended) await this.#mark();
	}

	/** Notes how much of each file is stored. */
	async #mark(): Promise<void> {
		if (!this.#manifest || mayRefetch(this.#schedule)) return;
		await this.#withDatabase(async (database) => {
			await this.#accounts.mark(this.#manifest, database, () => this.#countRequests());
		});
	}

	/** Lets the page itself look into the store. */
	async #withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
		const database = new Database(this.#packs.id);
		try {
			return await use(database);
		} finally {
			await database.close();
		}
	}

	async #countRequests(): Promise<number> {
		return (await this.#server.requests(this.#packs.id)).length;
	}

	#digestOf(file: number): string {
		return fileSetFor(this.#manifest, 'wllama').files[file]?.sha256 ?? '';
	}

	/** Notes what the tabs tell of failures. */
	#look(): void {
		const failures = this.#tabs.map(({ library }) => (library.installation as Installation)?.error);
		for (const error of failures) if (error) this.#tell(error);
	}

	#tell(error: unknown): void {
		if (isAppError(error)) {
			this.#told.set(`${error.code} ${JSON.stringify(error.data)}`, error);
			// Nothing that these schedules do is the app's own fault, but a database or a write that fails.
			const isMeant = this.#schedule.workers.some(
				({ closedDatabase, writes }) => closedDatabase || writes,
			);
			if (error.code === 'internal' && !isMeant) this.#problem(`internal: ${error.stack}`);
		} else this.#problem(`no AppError: ${error instanceof Error ? error.stack : String(error)}`);
	}

	#problem(text: string): void {
		this.#problems.push(text);
	}

	#count(fault: string): void {
		this.#met[fault] = (this.#met[fault] ?? 0) + 1;
	}

	async #until(condition: () => boolean | Promise<boolean>, most = PATIENCE): Promise<void> {
		const end = performance.now() + most;
		while (!(await condition()) && performance.now() < end) await sleep(10);
	}
}

/** Of whichever frame. */
function isAppError(error: unknown): error is AppError {
	return (error as Error | undefined)?.name === 'AppError';
}
