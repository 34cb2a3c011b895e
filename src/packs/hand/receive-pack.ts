import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { RateMeter } from '../../lib/rate-meter.ts';
import { tryLock } from '../../lib/web-lock.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { catalogue } from '../catalogue/index.ts';
import { FileWriter } from '../download/file-writer.ts';
import { holdFiles } from '../file-lock.ts';
import type { InstalledPackRepository } from '../installed-pack-repository.ts';
import { installLock } from '../installer.ts';
import { bytesOf, distinctFiles, fileSetFor, type FileSet, type PackFile } from '../manifest.ts';
import type { PackFiles } from '../pack-files.ts';
import { admitOffer, admitStored, type ReceiveRequest } from './admit-offer.ts';
import { decodeFrame } from './frame.ts';
import { notTheProtocol } from './messages.ts';
import type { HandProgress } from './send-pack.ts';
import { Talk } from './talk.ts';
import type { Wire } from './wire.ts';

export interface ReceiveDependencies {
	readonly installed: InstalledPackRepository;
	readonly files: PackFiles;
	readonly shards: ShardStore;
}

/** Bytes of one write, and of one acknowledgement. The window holds two: while one is written the other comes. */
const CHUNK = 2 * 1024 * 1024;
/** Times that a file is asked for before its sender's copy counts as damaged. */
const TRIES = 2;
/** Milliseconds between two reports of progress. */
const REPORT_INTERVAL = 100;

/**
 * Takes over a pack that the person has agreed to. Only what is missing is asked for, each file is verified as it
 * comes and sealed when its digest matches, and `installed` is written last. What ends before keeps what is
 * stored: the next call goes on there. Throws as `admit` and `tryTemplate` do, `corrupt` with
 * `data.file` for a file that came wrong twice, `offline` (`peer`), `busy`, `quota-exceeded`, `aborted`.
 */
export async function* receivePack(
	request: ReceiveRequest,
	wire: Wire,
	dependencies: ReceiveDependencies,
	o: CallOptions = {},
): AsyncGenerator<HandProgress> {
	const { installed, files, shards } = dependencies;
	const { manifest: offered, engine } = request;
	const others = (await installed.list()).items.map(({ manifest }) => manifest);
	await admitOffer(request, others);
	const release = await tryLock(installLock(offered.id));
	if (!release) throw new AppError('busy', `${offered.id} is being fetched`);
	const end = () => wire.close();
	o.signal?.addEventListener('abort', end);
	try {
		// A pack of the catalogue is called what the catalogue calls it.
		const manifest = catalogue.find(({ id }) => id === offered.id) ?? offered;
		await files.claimFromHand(manifest, engine);
		const set = fileSetFor(offered, engine);
		const transfer = new IncomingTransfer(distinctFiles(set), bytesOf(set), wire, shards);
		// Other packs share files with this one, and may be on their way too: what they bring is not asked for.
		const releaseFiles = await holdFiles(await missingOf(set, shards), o);
		try {
			yield* transfer.run(o);
		} finally {
			releaseFiles();
		}
		try {
			await admitStored(request, others, shards, o);
		} catch (error) {
			if (!o.signal?.aborted) await files.abandon(manifest, engine);
			throw error;
		}
		await installed.record({ manifest, engine, installedAt: Date.now() });
		await transfer.finish();
		yield transfer.progress('transfer');
	} catch (error) {
		throw o.signal?.aborted ? new AppError('aborted', 'stopped', { cause: error }) : error;
	} finally {
		o.signal?.removeEventListener('abort', end);
		wire.close();
		release();
	}
}

async function missingOf({ files }: FileSet, shards: ShardStore): Promise<string[]> {
	const missing: string[] = [];
	for (const { sha256 } of files) if (!(await shards.has(sha256))) missing.push(sha256);
	return missing;
}

interface WantedFile {
	readonly file: PackFile;
	/** Counts the distinct files of the offered set. */
	readonly index: number;
	/** Stands where the file goes on. */
	readonly writer: FileWriter;
}

class IncomingTransfer {
	readonly #files: readonly PackFile[];
	readonly #bytesTotal: number;
	readonly #talk: Talk;
	readonly #shards: ShardStore;
	readonly #meter = new RateMeter();
	/** Bytes on disk from before, or verified. */
	#bytesBefore = 0;
	/** Of what came in this connection, on disk. */
	#stored = 0;
	#lastReport = -Infinity;

	constructor(files: readonly PackFile[], bytesTotal: number, wire: Wire, shards: ShardStore) {
		this.#files = files;
		this.#bytesTotal = bytesTotal;
		this.#talk = new Talk(wire);
		this.#shards = shards;
	}

	/** Asks for what is missing and stores it, until nothing is. */
	async *run(o: CallOptions): AsyncGenerator<HandProgress> {
		for (let tries = 0; ; tries++) {
			const wanted = yield* this.#look(o);
			const [first] = wanted;
			if (!first) return;
			if (tries === TRIES) return this.#giveUp(first);
			const files = wanted.map(({ index, writer }) => ({ index, offset: writer.position }));
			await this.#talk.say({ type: 'want', files });
			for (const file of wanted) yield* this.#take(file);
		}
	}

	/** Tells the sender that everything is here. */
	async finish(): Promise<void> {
		await this.#talk.say({ type: 'done' });
	}

	progress(phase: HandProgress['phase']): HandProgress {
		this.#meter.record(this.#stored);
		return {
			phase,
			bytesDone: Math.min(this.#bytesBefore + this.#stored, this.#bytesTotal),
			bytesTotal: this.#bytesTotal,
			bytesPerSecond: this.#meter.perSecond,
		};
	}

	/** What is missing. Of a file that was begun before, what is there is hashed. */
	async *#look(o: CallOptions): AsyncGenerator<HandProgress, WantedFile[]> {
		const wanted: WantedFile[] = [];
		let bytesHere = 0;
		for (const [index, file] of this.#files.entries()) {
			if (await this.#shards.has(file.sha256)) {
				bytesHere += file.bytes;
				continue;
			}
			const writer = await FileWriter.create(this.#shards, file, CHUNK);
			for await (const bytes of writer.resume(o)) {
				this.#bytesBefore = bytesHere + bytes - this.#stored;
				yield* this.#report('verify');
			}
			bytesHere += writer.position;
			wanted.push({ file, index, writer });
		}
		this.#bytesBefore = bytesHere - this.#stored;
		return wanted;
	}

	async *#take({ file, index, writer }: WantedFile): AsyncGenerator<HandProgress> {
		while (writer.position < file.bytes) {
			const heard = await this.#talk.hear();
			if (!(heard instanceof ArrayBuffer)) throw notTheProtocol(heard.type);
			const { payload, ...frame } = decodeFrame(heard);
			const isNext = frame.index === index && frame.offset === writer.position;
			if (!isNext || payload.length > file.bytes - writer.position) {
				throw notTheProtocol(`${payload.length} bytes at ${frame.offset} of file ${frame.index}`);
			}
			const before = writer.stored;
			await writer.append(payload);
			if (writer.stored > before) await this.#acknowledge(writer.stored - before);
			yield* this.#report('transfer');
		}
		const before = writer.stored;
		const digest = await writer.finish();
		if (writer.stored > before) await this.#acknowledge(writer.stored - before);
		if (digest === file.sha256) await this.#shards.seal(file.sha256, file.bytes);
		else await this.#shards.delete(file.sha256);
	}

	async #acknowledge(bytes: number): Promise<void> {
		this.#stored += bytes;
		await this.#talk.say({ type: 'stored', bytes: this.#stored });
	}

	async #giveUp({ file, index }: WantedFile): Promise<never> {
		await this.#talk.say({ type: 'damaged', index });
		const data = { reason: 'digest', file: file.path } as const;
		throw new AppError('corrupt', `${file.path} came wrong twice`, { data });
	}

	*#report(phase: HandProgress['phase']): Generator<HandProgress> {
		if (performance.now() - this.#lastReport < REPORT_INTERVAL) return;
		this.#lastReport = performance.now();
		yield this.progress(phase);
	}
}
