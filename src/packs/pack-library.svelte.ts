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
import type { PackHosts } from './hub/pack-hosts.ts';
import { begunInstallations } from './begun-installations.ts';
import { Carrying } from './carrying.svelte.ts';
import { CurrentInstallation } from './current-installation.svelte.ts';
import { discardInstallation } from './discard-installation.ts';
import { pausedInstallation, type Installation } from './installation.ts';
import type { InstallerProcess } from './installer-process.ts';
import type { InstalledPack } from './installed-pack.ts';
import type { InstalledPackRepository } from './installed-pack-repository.ts';
import { storeKnownFiles } from './hub/store-known-files.ts';
import { fileSetFor, type PackEngine, type PackManifest } from './manifest.ts';
import type { PackFiles } from './pack-files.ts';
import type { PackPlace, MoveProgress } from './pack-mover.ts';
import type { PendingInstallationRepository } from './pending-installation-repository.ts';
import { RemovedPacks } from './removed-packs.ts';
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
	readonly #current: CurrentInstallation;
	/** Cut off while a device near passed them on. */
	#begunByHand = $state.raw<readonly Installation[]>([]);
	readonly #carrying = new Carrying();
	/** The latest look at the database. What an earlier one finds, and finds later, is not shown. */
	#reading: Promise<void> | undefined;
	readonly #removed: RemovedPacks;
	#channel: BroadcastChannel | undefined;

	constructor(dependencies: PackLibraryDependencies) {
		this.#dependencies = dependencies;
		this.#current = new CurrentInstallation(dependencies, () => this.#announce());
		this.#removed = new RemovedPacks(dependencies);
	}

	get installed(): readonly InstalledPack[] {
		return this.#installed;
	}

	get installation(): Installation | undefined {
		return this.#current.value;
	}

	/** Packs of which a part has come from a device near: only such a device can bring the rest. */
	get begunByHand(): readonly Installation[] {
		return this.#begunByHand;
	}

	/** Whether the files of a pack are being read or written: an update of the app waits for it. */
	get isCarrying(): boolean {
		return this.#carrying.isUnderWay;
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
		await this.#current.begin(pausedInstallation(manifest, engine, 0), async () => {
			// A refusal changes nothing here: it only means that the browser may evict.
			void requestPersistence();
			await this.#dependencies.files.claim(manifest, engine);
			await this.#removed.take(manifest.id, engine)?.handOver();
			if (known) await storeKnownFiles(this.#dependencies.shards, known);
		});
	}

	/** Stops the transfer and keeps what was fetched, also over a reload. */
	async pause(): Promise<void> {
		await this.#current.pause();
	}

	/** Goes on with what is paused or failed; tries at once where it waits for the connection. */
	async resume(): Promise<void> {
		this.#current.resume();
	}

	/** Gives the installation up and deletes what it fetched, unless another tab goes on with it. */
	async cancel(): Promise<void> {
		const current = await this.#current.halt();
		if (!current) return;
		await discardInstallation(this.#dependencies.files, current.manifest, current.engine);
		this.#current.clear();
		await this.#announce();
	}

	/**
	 * Removes an installed pack; nothing can load it any more. Its files stay until `forget`, so that `restore` can
	 * bring it back. If neither comes they are deleted when Quern is opened the next time.
	 */
	async remove(packId: string, engine: PackEngine): Promise<void> {
		await this.#removed.add(this.#find(packId, engine));
		await this.#announce();
	}

	/** Brings a removed pack back. False if it is gone already. Throws `corrupt` where files have gone. */
	async restore(packId: string, engine: PackEngine): Promise<boolean> {
		const removed = this.#removed.take(packId, engine);
		await removed?.restore();
		await this.#announce();
		return removed !== undefined;
	}

	/** Deletes a removed pack's files. Those that another pack uses stay. */
	async forget(packId: string, engine: PackEngine): Promise<void> {
		await this.#removed.take(packId, engine)?.finish();
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
		this.#current.requireNone();
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
	passOn(
		packId: string,
		engine: PackEngine,
		wire: Wire,
		o: CallOptions = {},
	): AsyncGenerator<HandProgress, Outcome> {
		return this.#carrying.during(this.#send(packId, engine, wire, o));
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
		yield* this.#carrying.during(start(worker), () => worker.stop());
	}

	async *#send(
		packId: string,
		engine: PackEngine,
		wire: Wire,
		o: CallOptions,
	): AsyncGenerator<HandProgress, Outcome> {
		const { sendPack } = await import('./hand/send-pack.ts');
		return yield* sendPack(this.#find(packId, engine), wire, this.#dependencies.shards, o);
	}

	/** Before a pack comes in by another way than a download. */
	async #makeRoom(): Promise<void> {
		await this.pause();
		await this.#removed.finish();
		void requestPersistence();
	}

	/** Runs what brings a pack in, and shows it. */
	async *#bringIn<T>(steps: AsyncIterable<T>, stop: () => void): AsyncGenerator<T> {
		yield* this.#carrying.during(steps, async () => {
			stop();
			await this.#announce();
		});
	}

	#find(packId: string, engine: PackEngine): InstalledPack {
		const pack = this.#installed.find((p) => p.manifest.id === packId && p.engine === engine);
		if (!pack) throw new AppError('invalid-input', `${packId} is not installed`);
		return pack;
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
		this.#current.show(byDownload[0]);
	}
}
