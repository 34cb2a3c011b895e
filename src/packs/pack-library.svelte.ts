import { AppError } from '../lib/errors.ts';
import type { CallOptions } from '../lib/call-options.ts';
import type { ShardStore } from '../storage/shard-store.ts';
import type { ShelfId } from '../storage/shelves.ts';
import { requestPersistence } from '../storage/space.ts';
import type { ExportProgress } from './carry/export-pack.ts';
import type { ImportProgress, ImportRequest } from './carry/import-file.ts';
import type { ConversionTarget } from './convert/conversion-target.ts';
import type { ConverterProcess } from './convert/converter-process.ts';
import type { ReceiveRequest } from './hand/admit-offer.ts';
import type { HandProgress, Outcome } from './hand/send-pack.ts';
import type { Wire } from './hand/wire.ts';
import type { TakeRequest } from './take/take-along.ts';
import { defaultHosts, type PackHosts } from './hub/pack-hosts.ts';
import { begunInstallations } from './begun-installations.ts';
import { discardInstallation } from './discard-installation.ts';
import { pausedInstallation, type Installation } from './installation.ts';
import { InstallationRun } from './installation-run.ts';
import type { InstallerProcess } from './installer-process.ts';
import type { InstalledPack } from './installed-pack.ts';
import type { InstalledPackRepository } from './installed-pack-repository.ts';
import { storeKnownFiles } from './hub/store-known-files.ts';
import { fileSetFor, type PackEngine, type PackManifest } from './manifest.ts';
import type { PackFiles } from './pack-files.ts';
import type { PackPlace, MoveProgress } from './pack-mover.ts';
import type { PendingInstallationRepository } from './pending-installation-repository.ts';
import { RemovedPack } from './removed-pack.ts';
import type { VerifyProgress } from './verify-files.ts';

export interface PackLibraryDependencies {
	readonly installed: InstalledPackRepository;
	readonly pending: PendingInstallationRepository;
	readonly shards: ShardStore;
	readonly files: PackFiles;
	readonly startInstaller: () => InstallerProcess;
	readonly startConverter: () => ConverterProcess;
	/** Absolute URL of the app's folder, with a slash at its end. */
	readonly baseUrl: string;
	/** The hosts to fetch from, asked when a transfer begins. */
	readonly hosts?: () => PackHosts;
}

/** The packs on this device, and the one installation that may be under way. */
export class PackLibrary {
	readonly #dependencies: PackLibraryDependencies;
	#installed = $state.raw<readonly InstalledPack[]>([]);
	#installation = $state.raw<Installation | undefined>();
	/** Cut off while a device near passed them on. */
	#begunByHand = $state.raw<readonly Installation[]>([]);
	/** Exports and imports under way, to and from files and devices near, and conversions. */
	#carried = $state(0);
	#run: InstallationRun | undefined;
	/** An installation is being written down, and no other tab knows of it yet. */
	#isBeginning = false;
	/** The latest look at the database. What an earlier one finds, and finds later, is not shown. */
	#reading: Promise<void> | undefined;
	/** Removed, and not yet restored or forgotten. */
	readonly #removed: RemovedPack[] = [];
	#channel: BroadcastChannel | undefined;

	constructor(dependencies: PackLibraryDependencies) {
		this.#dependencies = dependencies;
	}

	get installed(): readonly InstalledPack[] {
		return this.#installed;
	}

	get installation(): Installation | undefined {
		return this.#installation;
	}

	/** Packs of which a part has come from a device near: only such a device can bring the rest. */
	get begunByHand(): readonly Installation[] {
		return this.#begunByHand;
	}

	/** Whether the files of a pack are being read or written: an update of the app waits for it. */
	get isCarrying(): boolean {
		return this.#carried > 0;
	}

	/**
	 * Reads what is installed. An installation that was cut off is shown as paused, and so is a pack
	 * whose files the browser has evicted. Call it once, at boot.
	 */
	async open(): Promise<void> {
		const { installed, pending, files } = this.#dependencies;
		for (const { manifest, engine, fromFile, removed } of (await pending.list()).items) {
			if (fromFile || removed)
				await discardInstallation(this.#dependencies.files, manifest, engine);
		}
		for (const { manifest, engine } of (await installed.list()).items) {
			const isWhole = await files.isComplete(fileSetFor(manifest, engine));
			if (!isWhole) await pending.reopen(manifest, engine);
		}
		await this.#refresh();
		this.#channel = new BroadcastChannel('quern:packs');
		this.#channel.onmessage = () => void this.#refresh();
	}

	/**
	 * Begins an installation and resolves when it is under way; what comes of it is told by
	 * `installation` and `installed`. Files at hand (`known`, by SHA-256) are not fetched. Throws `busy` while there is
	 * another, `unsupported` without files for the engine.
	 */
	async install(
		manifest: PackManifest,
		engine: PackEngine,
		known?: ReadonlyMap<string, Blob>,
	): Promise<void> {
		this.#requireIdle();
		const installation = pausedInstallation(manifest, engine, 0);
		this.#installation = installation;
		this.#isBeginning = true;
		// A refusal changes nothing here: it only means that the browser may evict.
		void requestPersistence();
		try {
			await this.#dependencies.files.claim(manifest, engine);
			await this.#removedPack(manifest.id, engine)?.handOver();
			if (known) await storeKnownFiles(this.#dependencies.shards, known);
		} catch (error) {
			this.#installation = undefined;
			throw error;
		} finally {
			this.#isBeginning = false;
		}
		this.#start(installation);
	}

	/** Stops the transfer and keeps what was fetched, also over a reload. */
	async pause(): Promise<void> {
		const current = await this.#halt();
		if (!current) return;
		this.#installation = pausedInstallation(current.manifest, current.engine, current.bytesDone);
	}

	/** Goes on with what is paused or failed; tries at once where it waits for the connection. */
	async resume(): Promise<void> {
		const current = this.#installation;
		if (current?.state === 'paused' || current?.state === 'failed') this.#start(current);
		else this.#run?.retryNow();
	}

	/** Gives the installation up and deletes what it fetched, unless another tab goes on with it. */
	async cancel(): Promise<void> {
		const current = await this.#halt();
		if (!current) return;
		await discardInstallation(this.#dependencies.files, current.manifest, current.engine);
		this.#installation = undefined;
		await this.#announce();
	}

	/**
	 * Removes an installed pack; nothing can load it any more. Its files stay until `forget`, so that `restore` can
	 * bring it back. If neither comes they are deleted when Quern is opened the next time.
	 */
	async remove(packId: string, engine: PackEngine): Promise<void> {
		this.#removed.push(await RemovedPack.remove(this.#find(packId, engine), this.#dependencies));
		await this.#announce();
	}

	/** Brings a removed pack back. False if it is gone already. Throws `corrupt` where files have gone. */
	async restore(packId: string, engine: PackEngine): Promise<boolean> {
		const removed = this.#removedPack(packId, engine);
		await removed?.restore();
		await this.#announce();
		return removed !== undefined;
	}

	/** Deletes a removed pack's files. Those that another pack uses stay. */
	async forget(packId: string, engine: PackEngine): Promise<void> {
		await this.#removedPack(packId, engine)?.finish();
		await this.#announce();
	}

	/** Hashes every file of an installed pack again. The last value is the result. */
	verify(id: string, engine: PackEngine, o: CallOptions = {}): AsyncGenerator<VerifyProgress> {
		const { manifest } = this.#find(id, engine);
		return this.#work(({ installer }) => installer.verify(manifest, engine, o));
	}

	/**
	 * Fetches the files that `verify` found broken. The pack is not installed until they are whole: this is
	 * an installation like any other. Throws `busy` while there is another.
	 */
	async repair(packId: string, engine: PackEngine, broken: readonly string[]): Promise<void> {
		this.#requireIdle();
		const { manifest } = this.#find(packId, engine);
		await this.#dependencies.pending.reopen(manifest, engine);
		for (const file of fileSetFor(manifest, engine).files) {
			if (broken.includes(file.path)) await this.#dependencies.shards.delete(file.sha256);
		}
		await this.#announce();
		await this.resume();
	}

	/**
	 * Writes an installed pack as one file to `target`; without it the last value holds the file. Throws
	 * `corrupt` where a stored file is damaged.
	 */
	exportPack(
		packId: string,
		engine: PackEngine,
		target: FileSystemFileHandle | undefined,
		o: CallOptions = {},
	): AsyncGenerator<ExportProgress> {
		const pack = this.#find(packId, engine);
		return this.#work(({ carrier }) => carrier.exportPack(pack, target, o));
	}

	/**
	 * Installs what is in a file; the last value names it. A download under way is paused: what the file brings
	 * needs not be fetched. Stop it by the signal, so that nothing of it is left. Throws as `importFile` does.
	 */
	async *importFile(request: ImportRequest, o: CallOptions = {}): AsyncGenerator<ImportProgress> {
		await this.#makeRoom();
		const { carrier, stop } = this.#dependencies.startInstaller();
		yield* this.#bringIn(carrier.importFile(request, o), stop);
	}

	/** Starts what looks into installed GGUF files, to be converted. The caller stops it. */
	readonly startConverter = (): ConverterProcess => this.#dependencies.startConverter();

	/**
	 * Makes a pack for the GPU out of an installed GGUF file; the last value names it. Stop it by the signal, so
	 * that nothing of it is left. Throws as `Converter.convert` does.
	 */
	async *convert(pack: InstalledPack, target: ConversionTarget, o: CallOptions = {}) {
		await this.#makeRoom();
		const { converter, stop } = this.startConverter();
		yield* this.#bringIn(converter.convert(pack, target, o), stop);
	}

	/** Writes the whole app, with packs, to `target`; without it the last value holds the file. */
	takeAlong(request: TakeRequest, target?: FileSystemFileHandle, o: CallOptions = {}) {
		return this.#work(({ carrier }) => carrier.takeAlong(request, target, o));
	}

	/** Offers an installed pack to the device at the other end of the wire. Throws as `sendPack` does. */
	async *passOn(
		packId: string,
		engine: PackEngine,
		wire: Wire,
		o: CallOptions = {},
	): AsyncGenerator<HandProgress, Outcome> {
		this.#carried++;
		try {
			const { sendPack } = await import('./hand/send-pack.ts');
			return yield* sendPack(this.#find(packId, engine), wire, this.#dependencies.shards, o);
		} finally {
			this.#carried--;
		}
	}

	/** Takes over what the device at the other end offers; a download is paused. Throws as `receivePack` does. */
	async *takeOver(
		request: ReceiveRequest,
		wire: Wire,
		o: CallOptions = {},
	): AsyncGenerator<HandProgress> {
		await this.#makeRoom();
		const { openPort } = await import('./hand/port-wire.ts');
		const { handReceiver, stop } = this.#dependencies.startInstaller();
		yield* this.#bringIn(handReceiver.receivePack(request, openPort(wire), o), stop);
	}

	/** Deletes the part of a pack that has come by hand. */
	async dropBegunByHand({ manifest, engine }: Installation): Promise<void> {
		await discardInstallation(this.#dependencies.files, manifest, engine);
		await this.#announce();
	}

	/** Where an installed pack is, and where else it could be on this device. */
	async placeOf(packId: string, engine: PackEngine): Promise<PackPlace | undefined> {
		const { mover, stop } = this.#dependencies.startInstaller();
		try {
			return await mover.placeOf(this.#find(packId, engine));
		} finally {
			stop();
		}
	}

	/** Brings an installed pack to another shelf. It works all the while. Throws as `PackMover.move`. */
	move(
		packId: string,
		engine: PackEngine,
		to: ShelfId,
		o: CallOptions = {},
	): AsyncGenerator<MoveProgress> {
		const pack = this.#find(packId, engine);
		return this.#work(({ mover }) => mover.move(pack, to, o));
	}

	/** Lets the installer's worker do something with what is stored. An update of the app waits for it. */
	async *#work<T>(start: (worker: InstallerProcess) => AsyncIterable<T>): AsyncGenerator<T> {
		const worker = this.#dependencies.startInstaller();
		this.#carried++;
		try {
			yield* start(worker);
		} finally {
			this.#carried--;
			worker.stop();
		}
	}

	/** Takes it off the list: only one thing comes of a removal. */
	#removedPack(packId: string, engine: PackEngine): RemovedPack | undefined {
		const index = this.#removed.findIndex(
			({ pack }) => pack.manifest.id === packId && pack.engine === engine,
		);
		return index < 0 ? undefined : this.#removed.splice(index, 1)[0];
	}

	/** Before a pack comes in by another way than a download. */
	async #makeRoom(): Promise<void> {
		await this.pause();
		for (const removed of this.#removed.splice(0)) await removed.finish();
		void requestPersistence();
	}

	/** Runs what brings a pack in, and shows it. */
	async *#bringIn<T>(steps: AsyncIterable<T>, stop: () => void): AsyncGenerator<T> {
		this.#carried++;
		try {
			yield* steps;
		} finally {
			this.#carried--;
			stop();
			await this.#announce();
		}
	}

	#requireIdle(): void {
		if (this.#installation) throw new AppError('busy', 'another installation is not finished');
	}

	#find(packId: string, engine: PackEngine): InstalledPack {
		const pack = this.#installed.find((p) => p.manifest.id === packId && p.engine === engine);
		if (!pack) throw new AppError('invalid-input', `${packId} is not installed`);
		return pack;
	}

	#start({ manifest, engine, bytesDone }: Installation): void {
		const { baseUrl, startInstaller, hosts = () => defaultHosts } = this.#dependencies;
		const run = new InstallationRun(
			{ manifest, engine, baseUrl, hosts: hosts() },
			bytesDone,
			startInstaller,
			(installation) => (this.#installation = installation),
		);
		this.#run = run;
		void run.run().then(async (isInstalled) => {
			if (!isInstalled) return;
			this.#run = undefined;
			await this.#announce();
		});
	}

	/** Stops what is under way, and returns how far it came. */
	async #halt(): Promise<Installation | undefined> {
		await this.#run?.stop();
		this.#run = undefined;
		return this.#installation;
	}

	/** Reads again, and tells the other tabs to. */
	async #announce(): Promise<void> {
		this.#channel?.postMessage('changed');
		await this.#refresh();
	}

	/** Shows what the database says. What this tab itself is installing it knows better. */
	#refresh(): Promise<void> {
		const reading: Promise<void> = this.#read(() => this.#reading === reading);
		this.#reading = reading;
		return reading;
	}

	async #read(isLatest: () => boolean): Promise<void> {
		const { installed, pending, files } = this.#dependencies;
		const packs = (await installed.list()).items;
		const { byDownload, byHand } = await begunInstallations(pending, files);
		if (!isLatest()) return this.#reading;
		this.#begunByHand = byHand;
		this.#installed = packs;
		if (this.#run || this.#isBeginning) return;
		this.#installation = byDownload[0];
	}
}
