import type { CallOptions } from '../../lib/call-options.ts';
import { toAppError, type AppError } from '../../lib/errors.ts';
import { nextTask } from '../../lib/next-task.ts';
import type { Change, Changes } from '../changes.ts';
import type { StoredMessage } from '../records/message.ts';
import { narrows, parseQuery, type Query } from './query.ts';
import { byRank, findIn, SearchIndex, type Found } from './search-index.ts';
import { searchableText } from './searchable-text.ts';
import { mark, snippet, type Piece } from './snippet.ts';
import type { StoredTexts } from './stored-texts.ts';

/** A message that was found. */
export interface MessageHit {
	readonly id: string;
	readonly role: StoredMessage['role'];
	readonly createdAt: number;
	readonly snippet: readonly Piece[];
}

/** A conversation whose title or messages were found. */
export interface ConversationHit {
	readonly id: string;
	readonly title: readonly Piece[];
	readonly updatedAt: number;
	/** The newest of them. */
	readonly messages: readonly MessageHit[];
	/** How many more of its messages were found. */
	readonly more: number;
}

export interface SearchResults {
	readonly conversations: readonly ConversationHit[];
	/** All messages that were found, with the conversations of which only the title was. */
	readonly count: number;
	/** Not all has been read yet: there may be more. */
	readonly isPartial: boolean;
}

/** What the worker serves. */
export interface SearchContract {
	/** Tells what is found, and again whenever that has changed, until it is aborted. */
	search(typed: string, options?: CallOptions): AsyncIterable<SearchResults>;
}

/** Conversations that are read in one transaction. */
const READ_AT_ONCE = 32;
/** Milliseconds of work between two looks at what else there is to do: another key may have been pressed. */
const SLICE = 12;
/** Milliseconds after which what was found so far is told. */
const PATIENCE = 30;
/** Milliseconds between two changes that are told. */
const PACE = 250;
/** Messages that are shown of one conversation, at first, and in all. */
const PER_CONVERSATION = 10;
const AT_FIRST = 20;
const AT_MOST = 100;

/** Searches all stored messages, and keeps up with what is stored. Runs in a worker. */
export class Searcher implements SearchContract {
	readonly #texts: StoredTexts;
	readonly #index = new SearchIndex();
	/** Ids of conversations to be read again; with ids of messages, only those. */
	readonly #stale = new Map<string, Set<string> | 'all'>();
	#isFilled = false;
	#isUpdating = false;
	#filling: Promise<void> | undefined;
	#failure: AppError | undefined;
	#version = 0;
	readonly #waiting = new Set<() => void>();
	#last: { query: Query; version: number; found: readonly Found[] } | undefined;

	constructor(texts: StoredTexts, changes: Changes) {
		this.#texts = texts;
		changes.listen((change) => this.#note(change));
	}

	async *search(typed: string, { signal }: CallOptions = {}): AsyncGenerator<SearchResults> {
		if (!this.#filling) this.#failure = undefined;
		this.#filling ??= this.#fill();
		const query = parseQuery(typed);
		while (!signal?.aborted) {
			if (this.#failure) throw this.#failure;
			const version = this.#version;
			yield* this.#look(query, signal);
			if (version === this.#version) await until((wake) => this.#waiting.add(wake), signal);
			await until((wake) => setTimeout(wake, PACE), signal);
		}
	}

	/** Reads everything once, what was used last first. */
	async #fill(): Promise<void> {
		try {
			const ids = await this.#texts.conversationIds();
			for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
				await this.#read(ids.slice(at, at + READ_AT_ONCE));
				await nextTask();
			}
			this.#isFilled = true;
			this.#tell();
			await this.#update();
		} catch (error) {
			this.#fail(error);
		}
	}

	#note(change: Change): void {
		if (change.kind === 'conversation') this.#stale.set(change.id, 'all');
		if (change.kind === 'message') {
			const ids = this.#stale.get(change.conversationId) ?? new Set();
			if (ids !== 'all') this.#stale.set(change.conversationId, ids.add(change.id));
		}
		void this.#update();
	}

	/** Reads again what has changed, when all has been read once. */
	async #update(): Promise<void> {
		if (!this.#isFilled || this.#isUpdating) return;
		this.#isUpdating = true;
		try {
			// What becomes stale meanwhile is met at the end.
			for (const [id, messages] of this.#stale) {
				this.#stale.delete(id);
				if (messages === 'all') await this.#read([id]);
				else await this.#readMessages(id, messages);
			}
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#isUpdating = false;
		}
	}

	async #read(ids: readonly string[]): Promise<void> {
		for (const [id, stored] of await this.#texts.conversations(ids)) {
			if (stored) this.#index.put(stored.conversation, stored.messages);
			else this.#index.remove(id);
		}
		this.#tell();
	}

	async #readMessages(conversationId: string, ids: ReadonlySet<string>): Promise<void> {
		const messages = await this.#texts.messages([...ids]);
		for (const id of ids) this.#index.putMessage(conversationId, id, messages.get(id));
		this.#tell();
	}

	#tell(): void {
		this.#version++;
		for (const wake of this.#waiting) wake();
		this.#waiting.clear();
	}

	/** The searches under way fail; the next one reads everything anew. */
	#fail(error: unknown): void {
		this.#filling = undefined;
		this.#isFilled = false;
		this.#failure = toAppError(error);
		this.#tell();
	}

	/** Goes once through all that has been read. */
	async *#look(query: Query, signal: AbortSignal | undefined): AsyncGenerator<SearchResults> {
		if (query.terms.length === 0) {
			yield { conversations: [], count: 0, isPartial: false };
			return;
		}
		const version = this.#version;
		const found: Found[] = [];
		const begun = performance.now();
		let resumed = begun;
		let isTold = false;
		for (const search of this.#within(query)) {
			const one = search();
			if (one) found.push(one);
			if (performance.now() - resumed < SLICE) continue;
			if (!isTold && found.length > 0 && performance.now() - begun > PATIENCE) {
				yield this.#present(query, found, AT_FIRST, true);
				isTold = true;
			}
			await nextTask();
			if (signal?.aborted) return;
			resumed = performance.now();
		}
		this.#last = { query, version, found };
		const isPartial = !this.#isFilled;
		if (!isTold) yield this.#present(query, found, AT_FIRST, isPartial);
		if (!signal?.aborted) yield this.#present(query, found, AT_MOST, isPartial);
	}

	/** What is to be looked through. Where the query goes on from the last one, what that has found is enough. */
	*#within(query: Query): Generator<() => Found | undefined> {
		const last = this.#last;
		if (last?.version !== this.#version || !narrows(query, last.query)) {
			for (const conversation of this.#index.conversations) {
				yield () => findIn(conversation, query);
			}
			return;
		}
		for (const { conversation, isTitle, messages } of last.found) {
			// With all words in the title, a message was not asked for any of them.
			yield () => findIn(conversation, query, isTitle ? conversation.messages : messages);
		}
	}

	async #present(
		{ terms }: Query,
		all: readonly Found[],
		limit: number,
		isPartial: boolean,
	): Promise<SearchResults> {
		let room = limit;
		const shown = all
			.toSorted(byRank)
			.map((found) => {
				const ids = found.messages.slice(0, Math.min(PER_CONVERSATION, room)).map(({ id }) => id);
				if (room <= 0) return undefined;
				room -= Math.max(1, ids.length);
				return { ...found, ids };
			})
			.filter((found) => found !== undefined);
		const messages = await this.#texts.messages(shown.flatMap(({ ids }) => ids));
		const conversations = shown.map(({ conversation: { record }, messages: found, ids }) => ({
			id: record.id,
			title: mark(record.title, terms),
			updatedAt: record.updatedAt,
			messages: ids
				.map((id) => messages.get(id))
				.filter((message) => message !== undefined)
				.map(({ id, role, createdAt, content }) => ({
					id,
					role,
					createdAt,
					snippet: snippet(searchableText(content), terms),
				})),
			more: found.length - ids.length,
		}));
		const count = all.reduce((sum, { messages: found }) => sum + Math.max(1, found.length), 0);
		return { conversations, count, isPartial };
	}
}

/** Waits for `wake` to be called, or for the signal. */
function until(begin: (wake: () => void) => void, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve) => {
		begin(resolve);
		if (signal?.aborted) resolve();
		signal?.addEventListener('abort', () => resolve(), { once: true });
	});
}
