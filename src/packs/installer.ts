import { delay } from '../lib/delay.ts';
import { RateMeter } from '../lib/rate-meter.ts';
import { holdLock, whileHolding } from '../lib/web-lock.ts';
import type { CallOptions } from '../lib/call-options.ts';
import type { ShardStore } from '../storage/shard-store.ts';
import { connectionBack } from './connectivity.ts';
import { downloadFile } from './download/download-file.ts';
import { Experience } from './download/experience.ts';
import type { SourceName } from './download/source.ts';
import { sourcesOf, type PackPlace } from './download/sources-of.ts';
import { defaultPolicy, type TransferPolicy } from './download/transfer-policy.ts';
import { fileLock } from './file-lock.ts';
import type { InstalledPackRepository } from './installed-pack-repository.ts';
import {
	bytesOf,
	fileSetFor,
	type FileSet,
	type PackEngine,
	type PackManifest,
} from './manifest.ts';
import type { PackFiles } from './pack-files.ts';
import { verifyFiles, type VerifyProgress } from './verify-files.ts';

export interface InstallRequest extends PackPlace {
	readonly engine: PackEngine;
}

export interface InstallProgress {
	/**
	 * `wait`: another tab installs this pack. `verify`: bytes from an earlier attempt are hashed again. `record`:
	 * all is stored; the last value.
	 */
	readonly phase: 'wait' | 'fetch' | 'verify' | 'record';
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly bytesPerSecond: number;
	/** Only once there is a speed to go by. */
	readonly secondsLeft?: number;
	/** Who serves. Only with `fetch`. */
	readonly source?: SourceName;
}

/** What the worker serves. */
export interface InstallerContract {
	install(request: InstallRequest, o?: CallOptions): AsyncIterable<InstallProgress>;
	verify(
		manifest: PackManifest,
		engine: PackEngine,
		o?: CallOptions,
	): AsyncIterable<VerifyProgress>;
	/** As in connectivity.ts. A page that is hidden lets timers run once a minute; its workers do not. */
	connectionBack(after: number, o?: CallOptions): Promise<void>;
}

export interface InstallerDependencies {
	readonly installed: InstalledPackRepository;
	readonly files: PackFiles;
	readonly shards: ShardStore;
	readonly policy?: TransferPolicy;
}

/** Milliseconds between two reports of progress. */
const REPORT_INTERVAL = 100;
/** Milliseconds in which a lock comes that nobody holds, also on a busy device. */
const FIRST_WAIT = 250;
/** Milliseconds between two looks at how far another tab is. */
const WAIT_INTERVAL = 1000;

/** Name of the Web Lock that the one tab holds which transfers a pack. */
export function installLock(packId: string): string {
	return `quern:install:${packId}`;
}

/** Fetches, verifies and records packs. Runs in a worker; several tabs may each have one. */
export class Installer implements InstallerContract {
	readonly #dependencies: InstallerDependencies;

	constructor(dependencies: InstallerDependencies) {
		this.#dependencies = dependencies;
	}

	/**
	 * Installs one engine's file set, going on where an earlier call was cut off. Throws as `downloadFile` does.
	 */
	async *install(request: InstallRequest, o: CallOptions = {}): AsyncGenerator<InstallProgress> {
		const { installed, files } = this.#dependencies;
		const { manifest, engine } = request;
		const set = fileSetFor(manifest, engine);
		const release = yield* this.#acquire(manifest.id, set, o);
		try {
			// Another pack may have brought them long ago.
			await files.dropCut(set);
			const former = await installed.get(manifest.id, engine);
			if (!former || !(await this.#isInstalled(former.manifest, manifest, engine))) {
				yield* this.#fetch(request, set, o);
				await installed.record({ manifest, engine, installedAt: Date.now() });
				if (former) await files.deleteUnused(fileSetFor(former.manifest, engine));
			}
			const bytes = bytesOf(set);
			yield { phase: 'record', bytesDone: bytes, bytesTotal: bytes, bytesPerSecond: 0 };
		} finally {
			release();
		}
	}

	verify(
		manifest: PackManifest,
		engine: PackEngine,
		o: CallOptions = {},
	): AsyncGenerator<VerifyProgress> {
		return verifyFiles(fileSetFor(manifest, engine), this.#dependencies.shards, o);
	}

	connectionBack(after: number, o: CallOptions = {}): Promise<void> {
		return connectionBack(after, o);
	}

	/** Waits for the other tab that transfers this pack, if there is one, and shows how far it is. */
	async *#acquire(
		packId: string,
		set: FileSet,
		{ signal }: CallOptions,
	): AsyncGenerator<InstallProgress, () => void> {
		const givenUp = new AbortController();
		const lock = holdLock(installLock(packId), { signal: givenUp.signal });
		let isHeld = false;
		try {
			for (let wait = FIRST_WAIT; ; wait = WAIT_INTERVAL) {
				const release = await Promise.race([lock, delay(wait, { signal })]);
				if (release) {
					isHeld = true;
					return release;
				}
				const bytesDone = await this.#dependencies.files.bytesStored(set);
				yield { phase: 'wait', bytesDone, bytesTotal: bytesOf(set), bytesPerSecond: 0 };
			}
		} finally {
			if (!isHeld) {
				lock.then((release) => release()).catch(() => {});
				givenUp.abort();
			}
		}
	}

	async #isInstalled(former: PackManifest, wanted: PackManifest, engine: PackEngine) {
		const digests = (manifest: PackManifest) =>
			fileSetFor(manifest, engine).files.map((file) => `${file.path} ${file.sha256}`);
		const isSame = digests(former).join() === digests(wanted).join();
		return isSame && this.#dependencies.files.isComplete(fileSetFor(wanted, engine));
	}

	async *#fetch(
		request: InstallRequest,
		set: FileSet,
		o: CallOptions,
	): AsyncGenerator<InstallProgress> {
		const { shards, policy = defaultPolicy } = this.#dependencies;
		const options = { ...o, policy, experience: new Experience(policy) };
		const bytesTotal = bytesOf(set);
		const done = new Map<string, number>();
		for (const file of set.files) {
			const isSealed = await shards.has(file.sha256);
			done.set(file.sha256, isSealed ? file.bytes : await shards.written(file.sha256));
		}
		// Before the first byte, which may take its time: whoever waited for another tab need not any more.
		const begun = [...done.values()].reduce((sum, part) => sum + part, 0);
		yield { phase: 'fetch', bytesDone: begun, bytesTotal, bytesPerSecond: 0 };
		const meter = new RateMeter();
		let lastReport = -Infinity;
		for (const file of set.files) {
			const fetch = () => downloadFile(file, sourcesOf(request, file), shards, options);
			const download = whileHolding(fileLock(file.sha256), fetch, o);
			for await (const { phase, bytes, source } of download) {
				if (phase === 'fetch') done.set(file.sha256, bytes);
				const bytesDone = [...done.values()].reduce((sum, part) => sum + part, 0);
				if (phase === 'fetch') meter.record(bytesDone);
				if (performance.now() - lastReport < REPORT_INTERVAL) continue;
				lastReport = performance.now();
				const bytesPerSecond = phase === 'fetch' ? meter.perSecond : 0;
				const secondsLeft = (bytesTotal - bytesDone) / bytesPerSecond;
				yield {
					phase,
					bytesDone,
					bytesTotal,
					bytesPerSecond,
					...(Number.isFinite(secondsLeft) && { secondsLeft }),
					...(source && { source }),
				};
			}
			done.set(file.sha256, file.bytes);
		}
	}
}
