import { Database } from '../../../src/storage/database.ts';
import { fileSetFor, type PackManifest } from '../../../src/packs/manifest.ts';
import { mayRefetch, type Schedule } from '../schedule.ts';
import { Accounts } from './accounts.ts';
import { ChaosPacks } from './chaos-pack.ts';
import { Disk } from './disk.ts';
import type { FaultControl } from './fault-control.ts';
import { Findings } from './findings.ts';
import type { Tab } from './tab.ts';
import type { TabSurroundings } from './tab-contract.ts';
import { Tabs } from './tabs.ts';

/** What a schedule is played on: its packs, disk and tabs, and what has become of them. */
export class Scene {
	readonly packs: ChaosPacks;
	readonly disk: Disk;
	readonly findings: Findings;
	readonly tabs: Tabs;
	/** The pack that is to be installed; after it is served. */
	manifest!: PackManifest;
	/** A pack that was installed before. */
	neighbour: PackManifest | undefined;
	/** The neighbour, where the tab ended that was removing it: it is there wholly or not at all. */
	perhapsRemoved: PackManifest | undefined;
	/** Whether the faults are over. */
	isMended = false;
	/** Whether something of what is stored may have been changed. */
	isDamaged = false;
	hasConversation = true;
	/** What is going on, for whoever reads of a failure. */
	doing = 'begin';
	readonly #accounts: Accounts;

	constructor(
		readonly schedule: Schedule,
		readonly server: FaultControl,
	) {
		this.packs = new ChaosPacks(schedule, server);
		this.disk = new Disk(this.packs.id);
		this.findings = new Findings(schedule);
		this.tabs = new Tabs(this.#surroundings(), this.findings);
		this.#accounts = new Accounts(schedule.chunkBytes);
	}

	async installIn(tab: Tab): Promise<void> {
		await this.tabs.attempt(tab, () => tab.library.install(this.manifest, 'wllama'));
	}

	async killAll(): Promise<void> {
		this.tabs.killAll();
		if (!this.isMended) await this.mark();
	}

	/** Notes how much of each file is stored. */
	async mark(): Promise<void> {
		if (!this.manifest || mayRefetch(this.schedule)) return;
		await this.withDatabase(async (database) => {
			await this.#accounts.mark(this.manifest, database, () => this.countRequests());
		});
	}

	/** What was asked for that was stored already, where that is wrong. */
	async refetched(): Promise<string[]> {
		const requests = await this.server.requests(this.packs.id);
		for (const { fault } of requests) if (fault) this.findings.count(`real: network, ${fault}`);
		return mayRefetch(this.schedule) ? [] : this.#accounts.problems(requests);
	}

	/** Lets the page itself look into the store. */
	async withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
		const database = new Database(this.packs.id);
		try {
			return await use(database);
		} finally {
			await database.close();
		}
	}

	async countRequests(): Promise<number> {
		return (await this.server.requests(this.packs.id)).length;
	}

	digestOf(file: number): string {
		return fileSetFor(this.manifest, 'wllama').files[file]?.sha256 ?? '';
	}

	#surroundings(): TabSurroundings {
		const { packs, schedule, server, findings } = this;
		const workers = [...schedule.workers];
		return {
			database: packs.id,
			shelf: schedule.shelf,
			baseUrl: server.url,
			hosts: packs.hosts,
			policy: () => ({
				chunkBytes: schedule.chunkBytes,
				stallTime: this.isMended ? 20_000 : 300,
				attempts: this.isMended ? 5 : 3,
				firstPause: 1,
				lanes: schedule.lanes,
				// Ever so often another number, whether it gains or not.
				probeTime: 1,
			}),
			nextFaults: () => (this.isMended ? {} : (workers.shift() ?? {})),
			met: (fault) => findings.count(`wrapped: ${fault}`),
			persist: () => {
				if (this.isMended || schedule.persist === 'granted') return 'granted';
				findings.count(`wrapped: persist ${schedule.persist}`);
				return schedule.persist;
			},
			uncaught: (text) => findings.problem(`nobody caught: ${text}`),
		};
	}
}
