import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { Database } from '../../storage/database.ts';
import { connectionBack } from '../connectivity.ts';
import { PackLibrary } from '../pack-library.svelte.ts';
import type { InstallerContract, InstallProgress, InstallRequest } from '../installer.ts';
import { InstalledPackRepository } from '../installed-pack-repository.ts';
import {
	bytesOf,
	fileSetFor,
	type FileSet,
	type PackEngine,
	type PackManifest,
} from '../manifest.ts';
import type { VerifyProgress } from '../verify-files.ts';
import { installerParts } from './installer-parts.ts';

/** What happens next in a scripted installation. */
type Step = Partial<InstallProgress> | AppError | 'done';

/** Fetches nothing and does what a test of components tells it, step by step. */
export class ScriptedInstaller implements InstallerContract {
	readonly #database: Database;
	readonly #installed: InstalledPackRepository;
	readonly #steps: Step[] = [];
	#wake = () => {};
	/** Paths that the next check finds broken. */
	broken: readonly string[] = [];

	constructor(database: Database) {
		this.#database = database;
		this.#installed = new InstalledPackRepository(database);
	}

	/** Progress, a failure, or the end of the installation under way or of the next one. */
	say(step: Step): void {
		this.#steps.push(step);
		this.#wake();
	}

	async *install(request: InstallRequest, o: CallOptions = {}): AsyncGenerator<InstallProgress> {
		const { manifest, engine } = request;
		const total = bytesOf(fileSetFor(manifest, engine));
		for (;;) {
			const step = await this.#next(o.signal);
			if (step instanceof AppError) throw step;
			if (step === 'done') break;
			yield { phase: 'fetch', bytesDone: 0, bytesTotal: total, bytesPerSecond: 0, ...step };
		}
		await this.#pretendSealed(fileSetFor(manifest, engine));
		await this.#installed.record({ manifest, engine, installedAt: Date.now() });
		yield { phase: 'record', bytesDone: total, bytesTotal: total, bytesPerSecond: 0 };
	}

	async *verify(manifest: PackManifest, engine: PackEngine): AsyncGenerator<VerifyProgress> {
		const bytesTotal = bytesOf(fileSetFor(manifest, engine));
		yield { bytesDone: bytesTotal, bytesTotal, broken: this.broken };
	}

	connectionBack(after: number, o: CallOptions = {}): Promise<void> {
		return connectionBack(after, o);
	}

	/** Nothing reads these files: that they count as complete is all that is needed. */
	async #pretendSealed({ files }: FileSet): Promise<void> {
		await this.#database.transact(['sealedFiles'], 'readwrite', (transaction) =>
			Promise.all(
				files.map(({ sha256, bytes }) => transaction.objectStore('sealedFiles').put(bytes, sha256)),
			),
		);
	}

	async #next(signal: AbortSignal | undefined): Promise<Step> {
		const aborted = new AppError('aborted', 'the installation was stopped');
		signal?.addEventListener('abort', () => this.#wake());
		for (;;) {
			if (signal?.aborted) throw aborted;
			const step = this.#steps.shift();
			if (step) return step;
			await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}
}

/** A library over a real database whose installer does what the test says. */
export async function scriptedLibrary(parts = installerParts()) {
	const installer = new ScriptedInstaller(parts.database);
	const library = new PackLibrary({
		...parts,
		startInstaller: () => ({
			installer,
			carrier: parts.carrier,
			mover: parts.mover,
			handReceiver: parts.handReceiver,
			stop: () => {},
		}),
		baseUrl: location.origin,
	});
	await library.open();
	return { ...parts, library, installer };
}
