import type { ChatCompletionChunk, LoadModelParams, Wllama } from '@wllama/wllama';
import type { CallOptions } from '../../lib/call-options.ts';
import { delay } from '../../lib/delay.ts';
import { AppError } from '../../lib/errors.ts';
import { answerReserve, fitContextWindow, roomFor } from '../context-window.ts';
import type { Delta, GenerateRequest, Usage } from '../engine.ts';
import { reportsOf } from '../reports-of.ts';
import { loadBuild } from './builds.ts';
import { Echo } from './echo.ts';
import { NativeLog } from './native-log.ts';
import { PromptTokens } from './prompt-tokens.ts';

/** Sampling where the request names none: what the small instruct models were tuned with. */
const TEMPERATURE = 0.2;
const TOP_P = 0.9;

/** Prompt tokens computed at a time: an abort is noticed after each batch. */
const BATCH = 256;

/** Milliseconds that a worker may take to end by itself. */
const EXIT_GRACE = 5000;

/** The template's own system message and the answer's header, which no message accounts for. */
const BESIDE_MESSAGES = 40;

interface Source {
	readonly blob: Blob;
	readonly contextWindow: number;
	readonly threads: number;
}

/** A GGUF model that llama.cpp has loaded, and its context window. */
export class ChatModel {
	readonly #wllama: Wllama;
	readonly #window: number;
	readonly #tokens: PromptTokens;
	/** The last answer, which goes on to the end of its batch after an abort. */
	#settled: Promise<unknown> = Promise.resolve();

	/** Throws `corrupt` where the file is no model, `out-of-memory`, and wllama's own errors. */
	static async load(
		{ blob, contextWindow, threads }: Source,
		{ signal }: CallOptions = {},
	): Promise<ChatModel> {
		const log = new NativeLog();
		const wllama = await makeWllama(log);
		const params: LoadModelParams = {
			n_ctx: contextWindow,
			n_batch: BATCH,
			n_ubatch: BATCH,
			n_threads: threads,
			n_gpu_layers: 0,
			n_parallel: 1,
		};
		// llama.cpp runs the file's chat template while it loads, and such a program may never end.
		const end = () => endByForce(wllama);
		signal?.addEventListener('abort', end, { once: true });
		try {
			await wllama.loadModel([blob], params);
			// wllama takes whatever llama.cpp answers for success.
			if (wllama.getLoadedContextInfo().n_vocab > 0) return new ChatModel(wllama, contextWindow);
			throw new AppError('corrupt', 'llama.cpp cannot read this file');
		} catch (error) {
			await exit(wllama);
			if (log.outOfMemory) throw new AppError('out-of-memory', log.outOfMemory, { cause: error });
			throw error;
		} finally {
			signal?.removeEventListener('abort', end);
		}
	}

	private constructor(wllama: Wllama, window: number) {
		this.#wllama = wllama;
		this.#window = window;
		this.#tokens = new PromptTokens(wllama, window);
	}

	/** Answers. llama.cpp goes on from its KV cache as far as the prompt begins like the last one. */
	async *generate(request: GenerateRequest, { signal }: CallOptions): AsyncGenerator<Delta> {
		await this.#settled;
		const window = roomFor(request, this.#window);
		const reserve = answerReserve(request, window) + BESIDE_MESSAGES;
		const counts = await this.#tokens.of(request.messages, window - reserve);
		const { messages, turns } = fitContextWindow(request.messages, counts, { window, reserve });
		if (turns > 0) yield { type: 'trimmed', turns };

		const chunks = reportsOf<ChatCompletionChunk>((onData) => {
			const completion = this.#wllama.createChatCompletion({
				messages: [...messages],
				stream: true,
				onData,
				...(signal && { abortSignal: signal }),
				max_tokens: request.maxTokens ?? -1,
				temperature: request.temperature ?? TEMPERATURE,
				top_p: request.topP ?? TOP_P,
				...(request.seed !== undefined && { seed: request.seed }),
				...repetitionPenalty(request),
				...stopWords(request),
			});
			this.#settled = completion.catch(() => {});
			return completion;
		});
		const last = messages.at(-1);
		const echo = new Echo(last?.role === 'assistant' ? last.content : '');
		let reason: 'stop' | 'length' = 'stop';
		for await (const { choices, timings } of chunks) {
			const choice = choices[0];
			const text = echo.strip(choice?.delta.content ?? '');
			if (text) yield { type: 'text', text };
			if (choice?.finish_reason === 'length') reason = 'length';
			if (timings) yield { type: 'end', reason, usage: toUsage(timings) };
		}
	}

	/** Ends the worker and frees its memory. */
	exit(): Promise<void> {
		return exit(this.#wllama);
	}
}

/** Ends the worker; by force where it does not answer, because a template never ends. */
async function exit(wllama: Wllama): Promise<void> {
	await Promise.race([wllama.exit(), delay(EXIT_GRACE)]);
	endByForce(wllama);
}

/** wllama keeps its worker to itself and asks it to end: one that is busy for ever does not hear that. */
function endByForce(wllama: Wllama): void {
	const { proxy } = wllama as unknown as { proxy?: { worker?: Worker } | null };
	proxy?.worker?.terminate();
}

async function makeWllama(logger: NativeLog): Promise<Wllama> {
	const [{ Wllama }, { wasm, script }] = await Promise.all([import('@wllama/wllama'), loadBuild()]);
	const wllama = new Wllama({ default: wasm }, { logger });
	// Unless told, wllama fetches this build from a public server, and goes by the browser's name.
	wllama.setCompat(script ? { wasm, worker: { code: script } } : null, 'firefox_safari');
	return wllama;
}

/** By llama.cpp's own name: the one in wllama's types (`penalty_repeat`) is not read by anything. */
function repetitionPenalty({ repetitionPenalty: penalty = 1 }: GenerateRequest): object {
	return penalty === 1 ? {} : { repeat_penalty: penalty };
}

/** llama.cpp's server reads it for conversations too; wllama's types name it for raw prompts only. */
function stopWords({ stop = [] }: GenerateRequest): object {
	return stop.length > 0 ? { stop: [...stop] } : {};
}

function toUsage(timings: NonNullable<ChatCompletionChunk['timings']>): Usage {
	return {
		promptTokens: timings.cache_n + timings.prompt_n,
		prefilledTokens: timings.prompt_n,
		completionTokens: timings.predicted_n,
		prefillPerSecond: timings.prompt_per_second,
		decodePerSecond: timings.predicted_per_second,
	};
}
