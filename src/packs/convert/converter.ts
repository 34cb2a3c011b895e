import { blobSource, type ByteSource } from '../../formats/gguf/byte-source.ts';
import { openGguf, type Gguf } from '../../formats/gguf/gguf.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { delay } from '../../lib/delay.ts';
import { AppError } from '../../lib/errors.ts';
import { RateMeter } from '../../lib/rate-meter.ts';
import { createSha256 } from '../../lib/sha256.ts';
import { tryLock } from '../../lib/web-lock.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { storeFile } from '../carry/store-file.ts';
import type { InstalledPack } from '../installed-pack.ts';
import type { InstalledPackRepository } from '../installed-pack-repository.ts';
import { installLock } from '../installer.ts';
import { fileSetFor, type PackEngine, type PackFile } from '../manifest.ts';
import type { PackFiles } from '../pack-files.ts';
import type { ConversionTarget } from './conversion-target.ts';
import { planConversion } from './conversion-plan.ts';
import { convertToWebLlm, type ConvertedFile } from './convert.ts';
import { convertedManifest } from './converted-manifest.ts';
import { convertedPackId } from './converted-pack-id.ts';
import type { LayoutId } from './layout-id.ts';
import { measureLoss, type LossProgress } from './measure-loss.ts';
import { prospectOf, type Prospect } from './prospect.ts';

export interface ConversionProgress {
	/** Of the GGUF file. */
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly bytesPerSecond: number;
	/** What is installed now; with the last value. */
	readonly pack?: { readonly id: string; readonly engine: PackEngine };
}

/** What the worker serves. */
export interface ConverterContract {
	inspect(
		pack: InstalledPack,
		targets: readonly ConversionTarget[],
		o?: CallOptions,
	): Promise<Prospect>;
	measure(pack: InstalledPack, layout: LayoutId, o?: CallOptions): AsyncIterable<LossProgress>;
	convert(
		pack: InstalledPack,
		target: ConversionTarget,
		o?: CallOptions,
	): AsyncIterable<ConversionProgress>;
}

export interface ConverterDependencies {
	readonly installed: InstalledPackRepository;
	readonly files: PackFiles;
	readonly shards: ShardStore;
}

/** Milliseconds between two reports of progress. */
const REPORT_INTERVAL = 200;

/** Converts installed GGUF files into packs for WebLLM. Runs in a worker. */
export class Converter implements ConverterContract {
	readonly #dependencies: ConverterDependencies;

	constructor(dependencies: ConverterDependencies) {
		this.#dependencies = dependencies;
	}

	async inspect(pack: InstalledPack, targets: readonly ConversionTarget[]): Promise<Prospect> {
		return prospectOf((await this.#open(pack)).gguf, targets);
	}

	async *measure(
		pack: InstalledPack,
		layout: LayoutId,
		o: CallOptions = {},
	): AsyncGenerator<LossProgress> {
		const { gguf } = await this.#open(pack);
		yield* measureLoss(gguf, planConversion(gguf, layout), o);
	}

	/**
	 * Converts tensor by tensor: one shard is in memory, then in the store under its digest, then the next is made.
	 * `installed` is written last; what ends before leaves nothing behind. Throws as `convertToWebLlm` does, `busy`
	 * while another tab does the same, `quota-exceeded`, `aborted`.
	 */
	async *convert(
		pack: InstalledPack,
		target: ConversionTarget,
		o: CallOptions = {},
	): AsyncGenerator<ConversionProgress> {
		const { installed, files, shards } = this.#dependencies;
		const { gguf, file, counter } = await this.#open(pack);
		const id = convertedPackId(file.sha256, target);
		const release = await tryLock(installLock(id));
		if (!release) throw new AppError('busy', `${id} is being made`);
		const meter = new RateMeter();
		const report = (): ConversionProgress => {
			meter.record(counter.bytes);
			const bytesDone = Math.min(counter.bytes, file.bytes);
			return { bytesDone, bytesTotal: file.bytes, bytesPerSecond: meter.perSecond };
		};
		const made: PackFile[] = [];
		const manifest = () => convertedManifest(pack.manifest, file, gguf, target, made);
		let isDone = false;
		try {
			const steps = convertToWebLlm(gguf, { layout: target.layout, ...o });
			for await (const step of ticking(steps, REPORT_INTERVAL)) {
				if (step) {
					const packFile = await describe(step);
					made.push(packFile);
					await files.claimMade(manifest(), 'web-llm');
					if (!(await shards.has(packFile.sha256))) {
						for await (const bytes of storeFile(packFile, piecesOf(step.bytes), shards)) {
							if (!o.signal?.aborted) continue;
							throw new AppError('aborted', `stopped after ${bytes} bytes of ${packFile.path}`);
						}
					}
				}
				yield report();
			}
			await installed.record({
				manifest: manifest(),
				engine: 'web-llm',
				installedAt: Date.now(),
			});
			isDone = true;
		} finally {
			if (!isDone && made.length > 0) await files.abandon(manifest(), 'web-llm');
			release();
		}
		yield { ...report(), bytesDone: file.bytes, pack: { id, engine: 'web-llm' } };
	}

	/** Throws `unsupported` for a pack that is not one GGUF file, `corrupt` where that is not on the disk. */
	async #open({ manifest }: InstalledPack) {
		const [file, ...others] = fileSetFor(manifest, 'wllama').files;
		if (!file || others.length > 0) {
			throw new AppError('unsupported', `${manifest.id} is not one file`);
		}
		const blob = await this.#dependencies.shards.read(file.sha256);
		if (!blob) {
			throw new AppError('corrupt', `${file.path} is not installed`, { data: { file: file.path } });
		}
		const counter = new CountedSource(blobSource(blob));
		const gguf: Gguf = await openGguf(counter);
		return { gguf, file, counter };
	}
}

/** Counts the bytes that were read: every tensor's are, once. */
class CountedSource implements ByteSource {
	readonly #source: ByteSource;
	bytes = 0;

	constructor(source: ByteSource) {
		this.#source = source;
	}

	get size(): number {
		return this.#source.size;
	}

	async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
		const bytes = await this.#source.read(offset, length).catch((cause: unknown) => {
			const data = { reason: 'unreadable' } as const;
			throw new AppError('corrupt', 'the GGUF file cannot be read', { cause, data });
		});
		this.bytes += length;
		return bytes;
	}
}

async function describe({ path, bytes }: ConvertedFile): Promise<PackFile> {
	const hash = await createSha256();
	hash.update(bytes);
	return { path, bytes: bytes.length, sha256: hash.digest() };
}

/** Bytes of one write to the store. */
const PIECE = 4 * 1024 * 1024;

async function* piecesOf(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The values, and undefined whenever `interval` milliseconds have gone by without one. */
async function* ticking<T>(
	values: AsyncGenerator<T, void>,
	interval: number,
): AsyncGenerator<T | undefined> {
	try {
		let next = values.next();
		for (;;) {
			// Whoever leaves while it is under way does not wait for how it ends.
			next.catch(() => {});
			const step = await Promise.race([next, delay(interval)]);
			if (!step) yield undefined;
			else if (step.done) return;
			else {
				yield step.value;
				next = values.next();
			}
		}
	} finally {
		await values.return();
	}
}
