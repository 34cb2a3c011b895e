import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { InstalledPack } from '../../packs/installed-pack.ts';
import { answerReserve, fitContextWindow, roomFor } from '../context-window.ts';
import type { Delta, Engine, GenerateRequest, LoadProgress, Support } from '../engine.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { StopWords } from '../stop-words.ts';
import { untilAborted } from '../until-aborted.ts';

export interface Script {
	/** What it says, a word per delta. */
	readonly answer: (request: GenerateRequest) => string;
	/** Resolves when the next word may be said. Without it, at once. */
	readonly beat?: () => Promise<void>;
	/** Thrown by the next loads, one each, then no more. */
	readonly loadFailures?: AppError[];
	/** Thrown by the next answers after their first word, one each, then no more. */
	readonly failures?: AppError[];
}

/**
 * Says what its script says: for tests of components and of the session, never part of the app (the map
 * in `index.ts` does not know it) and never a stand-in for a model in a journey.
 */
export class ScriptedEngine implements Engine {
	readonly id = 'scripted';
	readonly #script: Script;
	readonly #calls = new OneAtATime();
	#window: number | undefined;

	constructor(script: Script) {
		this.#script = script;
	}

	async support(): Promise<Support> {
		return { ok: true, detail: {} };
	}

	load(pack: InstalledPack, o: CallOptions = {}): AsyncIterable<LoadProgress> {
		return this.#calls.run(() => untilAborted(this.#load(pack), o.signal));
	}

	async *#load({ manifest }: InstalledPack): AsyncGenerator<LoadProgress> {
		this.#window = undefined;
		yield { stage: 'read', fraction: 0 };
		const failure = this.#script.loadFailures?.shift();
		if (failure) throw failure;
		this.#window = manifest.contextWindow;
		yield { stage: 'ready', fraction: 1 };
	}

	async unload(): Promise<void> {
		this.#window = undefined;
	}

	generate(request: GenerateRequest, o: CallOptions = {}): AsyncIterable<Delta> {
		return this.#calls.run(() => untilAborted(this.#generate(request), o.signal));
	}

	async *#generate(request: GenerateRequest): AsyncGenerator<Delta> {
		if (this.#window === undefined) throw new AppError('internal', 'generate before load');
		const counts = request.messages.map(({ content }) => wordsOf(content).length);
		const window = roomFor(request, this.#window);
		const reserve = answerReserve(request, window);
		const { messages, turns } = fitContextWindow(request.messages, counts, { window, reserve });
		if (turns > 0) yield { type: 'trimmed', turns };

		const words = wordsOf(this.#script.answer({ ...request, messages })).slice(
			0,
			request.maxTokens,
		);
		const stop = new StopWords(request.stop);
		for (const word of words) {
			await this.#script.beat?.();
			const text = stop.push(word);
			if (text) yield { type: 'text', text };
			const failure = this.#script.failures?.shift();
			if (failure) throw failure;
			if (stop.isReached) break;
		}
		const rest = stop.end();
		if (rest) yield { type: 'text', text: rest };
		const promptTokens = counts.reduce((sum, count) => sum + count, 0);
		const usage = {
			promptTokens,
			prefilledTokens: promptTokens,
			completionTokens: words.length,
			prefillPerSecond: 1000,
			decodePerSecond: 1000,
		};
		const reason = words.length === request.maxTokens && !stop.isReached ? 'length' : 'stop';
		yield { type: 'end', reason, usage };
	}
}

/** Each word with the space that follows it, the first one also with what goes before. */
function wordsOf(text: string): string[] {
	return text.match(/^\s*\S+\s*|\S+\s*/g) ?? [];
}
