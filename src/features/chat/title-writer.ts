import { delay } from '../../lib/delay.ts';
import type { Services } from '../feature.ts';
import type { Conversation } from './conversation.svelte.ts';
import { modelTitle, titleRequest } from './model-title.ts';
import { titleFrom } from './title.ts';

/** Tokens of a title at most. */
const TOKENS = 24;
/** Tokens that are read for it, about: the request alone, where the engine goes on from the answer. */
const REQUEST_TOKENS = 40;
/** Seconds that a title is worth at most. On a slower device the first words do. */
const WORTH = 10;
/** Milliseconds between the answer and its title: the next question may come at once. */
const PAUSE = 1500;

/** Has the model name a conversation after its first answer, when nothing else is to be done. */
export class TitleWriter {
	readonly #services: Pick<Services, 'conversations' | 'engine' | 'settings'>;
	readonly #isWriting: () => boolean;
	#work: AbortController | undefined;
	#settled: Promise<unknown> = Promise.resolve();

	/** `isWriting`: the person is about to ask something. */
	constructor(
		services: Pick<Services, 'conversations' | 'engine' | 'settings'>,
		isWriting: () => boolean,
	) {
		this.#services = services;
		this.#isWriting = isWriting;
	}

	/** Ends what is being done, and resolves when the engine is free again. */
	async stop(): Promise<void> {
		this.#work?.abort();
		await this.#settled;
	}

	/** Resolves to whether the conversation has a new title. Never throws: the first words are a title too. */
	async write(conversation: Conversation): Promise<boolean> {
		await this.stop();
		const { signal } = (this.#work = new AbortController());
		const writing = this.#write(conversation, signal).catch(() => false);
		this.#settled = writing;
		return writing;
	}

	async #write(conversation: Conversation, signal: AbortSignal): Promise<boolean> {
		if (!this.#isDue(conversation)) return false;
		const { engine, conversations } = this.#services;
		do await delay(PAUSE, { signal });
		while (this.#isWriting());
		const pack = engine.pack?.manifest.id;
		const { id, title, messages } = conversation;
		const [question, answer] = messages;
		if (!this.#isDue(conversation) || !id || pack !== answer?.packId) return false;

		let text = '';
		const request = {
			messages: [
				...(await conversation.prompt()),
				{ role: 'user' as const, content: titleRequest(question!.content) },
			],
			maxTokens: TOKENS,
			temperature: 0,
		};
		for await (const delta of engine.generate(request, { signal })) {
			if (delta.type === 'text') text += delta.text;
			if (delta.type === 'restarted' || delta.type === 'trimmed') return false;
			if (delta.type === 'end' && delta.reason === 'length') return false;
		}
		const suggested = modelTitle(text, question!.content);
		if (!suggested || signal.aborted) return false;
		await conversations.suggestTitle(id, suggested, title);
		return true;
	}

	/** The first answer is there, nobody has given a title yet, and it takes the device little time. */
	#isDue({ messages, title, details, usage, isGenerating, isRemoved }: Conversation): boolean {
		const { engine, settings } = this.#services;
		const [question, answer] = messages;
		const isFirst = messages.length === 2 && answer?.state === 'complete' && !answer.cut;
		const isNamed = details.titleBy !== undefined || title !== titleFrom(question?.content ?? '');
		if (!isFirst || isNamed || isGenerating || isRemoved || !usage) return false;
		if (!settings.get('modelTitles') || engine.status !== 'ready' || engine.isBusy) return false;
		const { prefillPerSecond, decodePerSecond } = usage;
		return REQUEST_TOKENS / prefillPerSecond + TOKENS / decodePerSecond <= WORTH;
	}
}
