import { toAppError, type AppError } from '../lib/errors.ts';
import { stayAwake } from '../lib/stay-awake.ts';
import { connectionBack, isLostConnection, RETRY_INTERVAL } from './connectivity.ts';
import { pausedInstallation, type Installation } from './installation.ts';
import type { InstallerProcess } from './installer-process.ts';
import type { InstallerContract, InstallProgress, InstallRequest } from './installer.ts';

/** Milliseconds in which the installer ends when it is told to; then its worker is ended. */
const GRACE = 3000;

/** One installation under way, as the page drives it: it outlasts lost connections and can be stopped. */
export class InstallationRun {
	readonly #request: InstallRequest;
	readonly #startInstaller: () => InstallerProcess;
	readonly #show: (installation: Installation) => void;
	readonly #stopped = new AbortController();
	#waiting = new AbortController();
	#stopInstaller = () => {};
	#latest: Installation;
	#finished: Promise<boolean> | undefined;

	/** `show` is given every change. */
	constructor(
		request: InstallRequest,
		bytesDone: number,
		startInstaller: () => InstallerProcess,
		show: (installation: Installation) => void,
	) {
		this.#request = request;
		this.#startInstaller = startInstaller;
		this.#show = show;
		this.#latest = pausedInstallation(request.manifest, request.engine, bytesDone);
	}

	/** Resolves to true once the pack is installed, to false if that failed or was stopped. Never throws. */
	run(): Promise<boolean> {
		this.#change({ state: 'running' });
		return (this.#finished ??= this.#drive());
	}

	/** Tries at once where it waits for the connection. */
	retryNow(): void {
		this.#waiting.abort();
	}

	/** Resolves when nothing is under way any more. */
	async stop(): Promise<void> {
		this.#stopped.abort();
		this.#waiting.abort();
		// It may wait for a disk that does not answer.
		const grace = setTimeout(() => this.#stopInstaller(), GRACE);
		await this.#finished;
		clearTimeout(grace);
	}

	async #drive(): Promise<boolean> {
		while (!this.#stopped.signal.aborted) {
			const { installer, stop } = this.#startInstaller();
			this.#stopInstaller = stop;
			try {
				const error = await this.#attempt(installer);
				if (!error) return true;
				if (this.#stopped.signal.aborted) break;
				if (!isLostConnection(error)) {
					this.#change({ state: 'failed', error });
					return false;
				}
				this.#change({ state: 'waiting', waitingFor: 'connection', error });
				await this.#connectionBack(installer);
			} finally {
				stop();
			}
		}
		return false;
	}

	/** Returns why the pack is not installed; undefined where it is. */
	async #attempt(installer: InstallerContract): Promise<AppError | undefined> {
		// A phone that falls asleep would cut the connection off.
		const sleep = stayAwake();
		try {
			const progress = installer.install(this.#request, { signal: this.#stopped.signal });
			for await (const step of progress) this.#report(step);
			return undefined;
		} catch (thrown) {
			return toAppError(thrown);
		} finally {
			sleep();
		}
	}

	/** Waits here and in the installer's worker: the page may hear of the line sooner, and the worker has the time. */
	async #connectionBack(installer: InstallerContract): Promise<void> {
		this.#waiting = new AbortController();
		const o = { signal: this.#waiting.signal };
		const here = connectionBack(RETRY_INTERVAL, o);
		const there = async () => {
			try {
				await installer.connectionBack(RETRY_INTERVAL, o);
			} catch {
				await here;
			}
		};
		await Promise.race([here, there()]);
		this.#waiting.abort();
	}

	#report({ phase, ...progress }: InstallProgress): void {
		if (this.#stopped.signal.aborted) return;
		const { manifest, engine } = this.#request;
		const state =
			phase === 'wait'
				? ({ state: 'waiting', waitingFor: 'other-tab' } as const)
				: ({ state: 'running' } as const);
		this.#latest = { manifest, engine, ...progress, ...state };
		this.#show(this.#latest);
	}

	#change(change: Pick<Installation, 'state' | 'waitingFor' | 'error'>): void {
		const { manifest, engine, bytesDone } = this.#latest;
		this.#latest = { ...pausedInstallation(manifest, engine, bytesDone), ...change };
		this.#show(this.#latest);
	}
}
