import type {
	ChatCompletionChunk,
	Completion,
	InitProgressReport,
	MLCEngine,
} from '@mlc-ai/web-llm';
import { answerReserve, fitContextWindow, roomFor } from '../context-window.ts';
import type { Delta, GenerateRequest, LoadProgress, Message, Usage } from '../engine.ts';
import { StopWords } from '../stop-words.ts';
import { promptOfBegunAnswer } from './begun-answer.ts';
import { KeptPrefix } from './kept-prefix.ts';
import { loadedPipeline } from './loaded-pipeline.ts';
import { libraryUrl, packUrl } from './shard-cache.ts';
import { PromptTokens } from './prompt-tokens.ts';

/** Share of a load's progress that reading the weights takes; the rest is compiling shaders. */
const READ_SHARE = 0.8;

type WebLlmUsage = NonNullable<(ChatCompletionChunk | Completion)['usage']>;

interface Source {
	readonly id: string;
	readonly contextWindow: number;
	readonly libraryFile: string;
}

/** A model that WebLLM has loaded, and its context window. */
export class ChatModel {
	readonly #engine: MLCEngine;
	readonly #id: string;
	readonly #window: number;
	readonly #tokens: PromptTokens;
	/** Undefined where WebLLM itself decides what of a prompt it reads: see there. */
	readonly #kept: KeptPrefix | undefined;

	/** Loads through `caches`, which must be a ShardCache by now. Throws WebLLM's own errors. */
	static async load(source: Source, report: (progress: LoadProgress) => void): Promise<ChatModel> {
		const { MLCEngine } = await import('@mlc-ai/web-llm');
		const engine = new MLCEngine({
			appConfig: {
				cacheBackend: 'cache',
				model_list: [
					{
						model_id: source.id,
						model: packUrl(source.id),
						model_lib: libraryUrl(source.libraryFile),
					},
				],
			},
			initProgressCallback: (progress) => report(toLoadProgress(progress)),
			logLevel: 'ERROR',
		});
		await engine.reload(source.id, { context_window_size: source.contextWindow });
		return new ChatModel(engine, source);
	}

	private constructor(engine: MLCEngine, { id, contextWindow }: Source) {
		this.#engine = engine;
		this.#id = id;
		this.#window = contextWindow;
		this.#tokens = new PromptTokens(loadedPipeline(engine, id));
		this.#kept = KeptPrefix.of(loadedPipeline(engine, id));
	}

	/** Answers. Only what is new of the prompt is read. Leaving the iteration stops after the token in work. */
	async *generate(request: GenerateRequest): AsyncGenerator<Delta> {
		const window = roomFor(request, this.#window);
		const { messages, turns } = fitContextWindow(
			request.messages,
			request.messages.map((message) => this.#tokens.of(message)),
			{
				window,
				reserve: answerReserve(request, window) + this.#tokens.beside(request.messages),
			},
		);
		if (turns > 0) yield { type: 'trimmed', turns };

		// WebLLM's own `stop` shows how such a word begins before it knows.
		const stop = new StopWords(request.stop);
		let reason: 'stop' | 'length' = 'stop';
		for await (const chunk of await this.#chunks({ ...request, messages })) {
			const choice = chunk.choices[0];
			const wasReached = stop.isReached;
			const text = stop.push(
				(choice && ('delta' in choice ? choice.delta.content : choice.text)) ?? '',
			);
			if (text) yield { type: 'text', text };
			if (stop.isReached && !wasReached) this.stop();
			if (choice?.finish_reason === 'length' && !stop.isReached) reason = 'length';
			if (!chunk.usage) continue;
			const rest = stop.end();
			if (rest) yield { type: 'text', text: rest };
			yield { type: 'end', reason, usage: this.#toUsage(chunk.usage) };
		}
	}

	/** WebLLM's chat takes no answer that is begun: that one is completed as a text, markers and all. */
	#chunks(request: GenerateRequest): Promise<AsyncIterable<ChatCompletionChunk | Completion>> {
		const messages = request.messages.map(escapeSystemMessage);
		const sampling = {
			stream: true as const,
			stream_options: { include_usage: true },
			max_tokens: request.maxTokens ?? null,
			temperature: request.temperature ?? null,
			top_p: request.topP ?? null,
			repetition_penalty: request.repetitionPenalty ?? null,
			seed: request.seed ?? null,
		};
		if (messages.at(-1)?.role === 'assistant') {
			const { canThink } = this.#tokens;
			const prompt = promptOfBegunAnswer(this.#engine, this.#id, messages, { canThink });
			return this.#engine.completions.create({ ...sampling, prompt });
		}
		return this.#engine.chat.completions.create({
			...sampling,
			messages,
			// Thoughts would stand in the answer as text, and take minutes on small devices.
			...(this.#tokens.canThink && { extra_body: { enable_thinking: false } }),
		});
	}

	#toUsage({ prompt_tokens, completion_tokens, extra }: WebLlmUsage): Usage {
		return {
			// WebLLM counts what it has read.
			promptTokens: this.#kept?.promptTokens ?? prompt_tokens,
			prefilledTokens: prompt_tokens,
			completionTokens: completion_tokens,
			prefillPerSecond: extra.prefill_tokens_per_s,
			decodePerSecond: extra.decode_tokens_per_s,
		};
	}

	/** Stops the answer in work after its current token, also where that token shows no text yet. */
	stop(): void {
		void this.#engine.interruptGenerate();
	}
}

/** WebLLM puts a system message in place by `String.replace`, to which `$` is a command. */
function escapeSystemMessage(message: Message): Message {
	if (message.role !== 'system') return message;
	return { ...message, content: message.content.replaceAll('$', '$$$$') };
}

/** WebLLM tells its stages apart only in words; both count from 0 to 1. */
function toLoadProgress({ text, progress }: InitProgressReport): LoadProgress {
	if (text.startsWith('Finish')) return { stage: 'ready', fraction: 1 };
	return text.startsWith('Loading GPU shader')
		? { stage: 'compile', fraction: READ_SHARE + progress * (1 - READ_SHARE) }
		: { stage: 'read', fraction: progress * READ_SHARE };
}
