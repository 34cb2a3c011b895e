import { AppError } from '../lib/errors.ts';
import { defaultHosts, type PackHosts } from './hub/pack-hosts.ts';
import { pausedInstallation, type Installation } from './installation.ts';
import { InstallationRun } from './installation-run.ts';
import type { InstallerProcess } from './installer-process.ts';

interface Dependencies {
	readonly startInstaller: () => InstallerProcess;
	readonly baseUrl: string;
	readonly hosts?: () => PackHosts;
}

/** The one installation that may be under way, paused or failed. */
export class CurrentInstallation {
	readonly #dependencies: Dependencies;
	readonly #installed: () => Promise<void>;
	#value = $state.raw<Installation | undefined>();
	#run: InstallationRun | undefined;
	/** It is being written down, and no other tab knows of it yet. */
	#isBeginning = false;

	/** `installed` is called once one has come to its end. */
	constructor(dependencies: Dependencies, installed: () => Promise<void>) {
		this.#dependencies = dependencies;
		this.#installed = installed;
	}

	get value(): Installation | undefined {
		return this.#value;
	}

	/** Throws `busy` if there is one. */
	requireNone(): void {
		if (this.#value) throw new AppError('busy', 'another installation is not finished');
	}

	/** Shows what the database says. What this tab itself is installing it knows better. */
	show(found: Installation | undefined): void {
		if (!this.#run && !this.#isBeginning) this.#value = found;
	}

	/** Starts one after `prepare`; if that fails there is none. */
	async begin(installation: Installation, prepare: () => Promise<void>): Promise<void> {
		this.requireNone();
		this.#value = installation;
		this.#isBeginning = true;
		try {
			await prepare();
		} catch (error) {
			this.#value = undefined;
			throw error;
		} finally {
			this.#isBeginning = false;
		}
		this.#start(installation);
	}

	/** Stops the transfer and keeps what was fetched. */
	async pause(): Promise<void> {
		const current = await this.halt();
		if (!current) return;
		this.#value = pausedInstallation(current.manifest, current.engine, current.bytesDone);
	}

	/** Goes on with what is paused or failed; tries at once where it waits for the connection. */
	resume(): void {
		const current = this.#value;
		if (current?.state === 'paused' || current?.state === 'failed') this.#start(current);
		else this.#run?.retryNow();
	}

	/** Stops what is under way, and returns how far it came. */
	async halt(): Promise<Installation | undefined> {
		await this.#run?.stop();
		this.#run = undefined;
		return this.#value;
	}

	/** There is none any more. */
	clear(): void {
		this.#value = undefined;
	}

	#start({ manifest, engine, bytesDone }: Installation): void {
		const { baseUrl, startInstaller, hosts = () => defaultHosts } = this.#dependencies;
		const run = new InstallationRun(
			{ manifest, engine, baseUrl, hosts: hosts() },
			bytesDone,
			startInstaller,
			(installation) => (this.#value = installation),
		);
		this.#run = run;
		void run.run().then(async (isInstalled) => {
			if (!isInstalled) return;
			this.#run = undefined;
			await this.#installed();
		});
	}
}
