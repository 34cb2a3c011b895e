import type { Findings } from './findings.ts';
import { Tab } from './tab.ts';
import type { TabSurroundings } from './tab-contract.ts';

/** The tabs of a schedule that live. */
export class Tabs {
	readonly #surroundings: TabSurroundings;
	readonly #findings: Findings;
	#living: Tab[] = [];

	constructor(surroundings: TabSurroundings, findings: Findings) {
		this.#surroundings = surroundings;
		this.#findings = findings;
	}

	/** In the order in which they were opened. */
	get living(): readonly Tab[] {
		return this.#living;
	}

	async open(): Promise<Tab> {
		const tab = await Tab.open(this.#surroundings, (ended) => {
			this.#living = this.#living.filter((each) => each !== ended);
			this.#findings.count('real: tab ended in the midst of a call');
		});
		this.#living.push(tab);
		return tab;
	}

	/** A living tab; where there is none, a new one that goes on. */
	async some(): Promise<Tab> {
		const [living] = this.#living;
		if (living) return living;
		const tab = await this.open();
		await this.resumeIn(tab);
		return tab;
	}

	async resumeIn(tab: Tab): Promise<void> {
		if (tab.library.installation) await this.attempt(tab, () => tab.library.resume());
	}

	/**
	 * Does what a person does in a tab, and returns whether the tab has outlived it. What it throws is what the person
	 * reads; a tab that has ended tells nobody anything.
	 */
	async attempt(tab: Tab, action: () => Promise<unknown>): Promise<boolean> {
		const done = action().catch((error: unknown) => {
			if (tab.isAlive) this.#findings.tell(error);
		});
		await Promise.race([done, tab.gone]);
		return tab.isAlive;
	}

	kill(tab: Tab): void {
		tab.kill();
		this.#living = this.#living.filter((each) => each !== tab);
	}

	killAll(): void {
		for (const tab of this.#living.splice(0)) tab.kill();
	}

	/** Notes what the tabs tell of failures. */
	look(): void {
		for (const { library } of this.#living) {
			const error = library.installation?.error;
			if (error) this.#findings.tell(error);
		}
	}
}
