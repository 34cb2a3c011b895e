import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { createSha256, hashBlob } from '../../lib/sha256.ts';
import { fileSetFor, type PackFile } from '../../packs/manifest.ts';
import { Database } from '../../storage/database.ts';
import { openShelves } from '../../storage/open-shelves.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { Delta, Engine, GenerateRequest, LoadProgress, Support } from '../engine.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { reportsOf } from '../reports-of.ts';
import { untilAborted } from '../until-aborted.ts';
import { buildForBrowser } from './builds.ts';
import { ChatModel } from './chat-model.ts';
import { CountedBlob } from './counted-blob.ts';
import { toEngineError } from './errors.ts';
import { threadsFor } from './threads.ts';

interface Options {
	readonly store?: Pick<ShardStore, 'read'>;
}

/**
 * llama.cpp as WebAssembly on the processor, in wllama's own workers: for devices whose GPU WebLLM
 * cannot use. It reads the GGUF piece by piece from the store's Blob; there is no second copy.
 */
export class WllamaEngine implements Engine {
	readonly id = 'wllama';
	readonly #store: Pick<ShardStore, 'read'>;
	readonly #calls = new OneAtATime();
	#model: ChatModel | undefined;

	constructor({ store = openShelves(new Database()) }: Options = {}) {
		this.#store = store;
	}

	async support(): Promise<Support> {
		const build = buildForBrowser();
		if (!build) return { ok: false, reason: 'no-wasm' };
		return { ok: true, detail: { build, threads: threads() } };
	}

	load(pack: InstalledPack, o: CallOptions = {}): AsyncIterable<LoadProgress> {
		return this.#calls.run(() => this.#load(pack, o));
	}

	async *#load({ manifest }: InstalledPack, o: CallOptions): AsyncGenerator<LoadProgress> {
		await this.unload();
		const file = fileSetFor(manifest, this.id).files[0]!;
		const data = { file: file.path };
		const blob = await this.#store.read(file.sha256);
		if (!blob) throw new AppError('corrupt', `${file.path} is not installed`, { data });

		let loading: Promise<ChatModel> | undefined;
		const reading = reportsOf<LoadProgress>(async (report) => {
			const counted = new CountedBlob(blob, (fraction) => report({ stage: 'read', fraction }));
			const { contextWindow } = manifest;
			loading = ChatModel.load({ blob: counted, contextWindow, threads: threads() }, o);
			await Promise.all([loading, verify(blob, file, o)]);
		});
		try {
			yield* untilAborted(reading, o.signal);
			this.#model = await loading;
		} catch (error) {
			void loading?.then((late) => late.exit()).catch(() => {});
			const failure = toEngineError(error);
			if (failure.code !== 'corrupt') throw failure;
			throw new AppError('corrupt', failure.message, { cause: error, data });
		}
		yield { stage: 'ready', fraction: 1 };
	}

	async unload(): Promise<void> {
		const model = this.#model;
		this.#model = undefined;
		await model?.exit();
	}

	generate(request: GenerateRequest, o: CallOptions = {}): AsyncIterable<Delta> {
		return this.#calls.run(() => this.#generate(request, o));
	}

	async *#generate(request: GenerateRequest, o: CallOptions): AsyncGenerator<Delta> {
		if (!this.#model) throw new AppError('internal', 'generate before load');
		try {
			yield* untilAborted(this.#model.generate(request, o), o.signal);
		} catch (error) {
			throw toEngineError(error);
		}
	}
}

/** Throws `corrupt` where the file has changed on disk since it was installed. Runs beside the load. */
async function verify(blob: Blob, { path, sha256 }: PackFile, o: CallOptions): Promise<void> {
	const hash = await createSha256();
	for await (const bytes of hashBlob(hash, blob, o)) void bytes;
	if (hash.digest() === sha256) return;
	throw new AppError('corrupt', `${path} has changed on disk`, { data: { file: path } });
}

function threads(): number {
	return crossOriginIsolated ? threadsFor(navigator.hardwareConcurrency) : 1;
}
