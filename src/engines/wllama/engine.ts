import type { ChatCompletionChunk, Wllama } from '@wllama/wllama';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { fileSetFor } from '../../packs/manifest.ts';
import { Database } from '../../storage/database.ts';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { answerReserve, fitContextWindow } from '../context-window.ts';
import type { Delta, Engine, GenerateRequest, LoadProgress, Support } from '../engine.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { reportsOf } from '../reports-of.ts';
import { untilAborted } from '../until-aborted.ts';
import { CountedBlob } from './counted-blob.ts';
import { toEngineError } from './errors.ts';
import { PromptTokens } from './prompt-tokens.ts';
import { threadsFor } from './threads.ts';

/** Sampling where the request names none: what the small instruct models were tuned with. */
const TEMPERATURE = 0.2;
const TOP_P = 0.9;

/** Prompt tokens computed at a time: an abort is noticed after each batch. */
const BATCH = 256;

/** The template's own system message and the answer's header, which no message accounts for. */
const BESIDE_MESSAGES = 40;

interface Loaded {
	readonly wllama: Wllama;
	readonly window: number;
	readonly tokens: PromptTokens;
}

interface Options {
	readonly store?: Pick<ShardStore, 'read'>;
}

/** llama.cpp as WebAssembly on the processor: for devices whose GPU WebLLM cannot use. */
export class WllamaEngine implements Engine {
	readonly id = 'wllama';
	readonly #store: Pick<ShardStore, 'read'>;
	readonly #calls = new OneAtATime();
	#loaded: Loaded | undefined;
	/** The vendor's last call, which goes on to the end of its batch after an abort. */
	#settled: Promise<unknown> = Promise.resolve();

	constructor({ store = new IndexedDbShardStore(new Database()) }: Options = {}) {
		this.#store = store;
	}

	async support(): Promise<Support> {
		if (typeof WebAssembly === 'undefined') return { ok: false, reason: 'no-wasm' };
		const threads = crossOriginIsolated ? threadsFor(navigator.hardwareConcurrency) : 1;
		return { ok: true, detail: { threads } };
	}

	load(pack: InstalledPack, o: CallOptions = {}): AsyncIterable<LoadProgress> {
		return this.#calls.run(() => this.#load(pack, o));
	}

	async *#load({ manifest }: InstalledPack, o: CallOptions): AsyncGenerator<LoadProgress> {
		await this.unload();
		const file = fileSetFor(manifest, this.id).files[0]!;
		const blob = await this.#store.read(file.sha256);
		if (!blob) {
			throw new AppError('corrupt', `${file.path} is not installed`, { data: { file: file.path } });
		}
		const wllama = await makeWllama();
		const window = manifest.contextWindow;
		try {
			const loading = reportsOf<LoadProgress>((report) => {
				let read = 0;
				const onRead = (end: number) => {
					read = Math.max(read, Math.min(end, blob.size));
					report({ stage: 'read', fraction: read / blob.size });
				};
				return wllama.loadModel([new CountedBlob(blob, onRead)], {
					n_ctx: window,
					n_batch: BATCH,
					n_ubatch: BATCH,
					n_threads: threadsFor(navigator.hardwareConcurrency),
					n_gpu_layers: 0,
					n_parallel: 1,
				});
			});
			yield* untilAborted(loading, o.signal);
			this.#loaded = { wllama, window, tokens: new PromptTokens(wllama, window) };
		} catch (error) {
			throw toEngineError(error);
		} finally {
			if (!this.#loaded) await wllama.exit();
		}
		yield { stage: 'ready', fraction: 1 };
	}

	async unload(): Promise<void> {
		const wllama = this.#loaded?.wllama;
		this.#loaded = undefined;
		await wllama?.exit();
	}

	generate(request: GenerateRequest, o: CallOptions = {}): AsyncIterable<Delta> {
		return this.#calls.run(() => untilAborted(this.#generate(request, o), o.signal));
	}

	async *#generate(request: GenerateRequest, o: CallOptions): AsyncGenerator<Delta> {
		if (!this.#loaded) throw new AppError('internal', 'generate before load');
		const { wllama, window, tokens } = this.#loaded;
		await this.#settled;
		try {
			const counts: number[] = [];
			for (const { content } of request.messages) counts.push(await tokens.of(content));
			const reserve = answerReserve(request, window) + BESIDE_MESSAGES;
			const { messages, turns } = fitContextWindow(request.messages, counts, { window, reserve });
			if (turns > 0) yield { type: 'trimmed', turns };

			const chunks = reportsOf<ChatCompletionChunk>((onData) => {
				const completion = wllama.createChatCompletion({
					messages: [...messages],
					stream: true,
					onData,
					...(o.signal && { abortSignal: o.signal }),
					max_tokens: request.maxTokens ?? -1,
					temperature: request.temperature ?? TEMPERATURE,
					top_p: request.topP ?? TOP_P,
					...(request.seed !== undefined && { seed: request.seed }),
				});
				this.#settled = completion.catch(() => {});
				return completion;
			});
			let reason: 'stop' | 'length' = 'stop';
			for await (const { choices, timings } of chunks) {
				const choice = choices[0];
				if (choice?.delta.content) yield { type: 'text', text: choice.delta.content };
				if (choice?.finish_reason === 'length') reason = 'length';
				if (timings) yield { type: 'end', reason, usage: toUsage(timings) };
			}
		} catch (error) {
			throw toEngineError(error);
		}
	}
}

async function makeWllama(): Promise<Wllama> {
	const [{ Wllama }, { default: wasm }] = await Promise.all([
		import('@wllama/wllama'),
		import('@wllama/wllama/esm/wasm/wllama.wasm?url'),
	]);
	const quiet = { debug() {}, log() {}, warn() {}, error() {} };
	const wllama = new Wllama({ default: wasm }, { suppressNativeLog: true, logger: quiet });
	// Where the browser lacks something, wllama would fetch another build from a public server.
	wllama.setCompat(null);
	return wllama;
}

function toUsage(timings: NonNullable<ChatCompletionChunk['timings']>) {
	return {
		promptTokens: timings.prompt_n,
		completionTokens: timings.predicted_n,
		prefillPerSecond: timings.prompt_per_second,
		decodePerSecond: timings.predicted_per_second,
	};
}
