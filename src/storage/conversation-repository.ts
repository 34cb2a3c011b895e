import { AppError } from '../lib/errors.ts';
import { Changes } from './changes.ts';
import type { Database } from './database.ts';
import { LiveGenerations } from './live-generations.ts';
import { decodeAll, type Listing } from './record.ts';
import { conversationRecord, type Conversation } from './records/conversation.ts';
import { messageRecord, type StoredMessage } from './records/message.ts';

/** A removed conversation as it was stored, to be handed back to `restore`. */
export interface ConversationSnapshot {
	readonly conversation: unknown;
	readonly messages: readonly unknown[];
	/** What was written in it and not sent. */
	readonly draft?: unknown;
}

/** What a conversation may be given when it begins, and changed in later. */
export type ConversationDetails = Partial<Omit<Conversation, 'id' | 'createdAt' | 'updatedAt'>>;

/** Conversations and their messages. Other tabs are told of every change. Every method throws the codes of `Database.transact`. */
export class ConversationRepository {
	readonly #database: Database;
	readonly #generations = new LiveGenerations();
	/** What other tabs have changed. */
	readonly changes: Changes;

	constructor(database: Database, changes = new Changes(database.name)) {
		this.#database = database;
		this.changes = changes;
	}

	/** All conversations, newest first. */
	async list(): Promise<Listing<Conversation>> {
		const stored = await this.#database.transact(['conversations'], 'readonly', (transaction) =>
			transaction.objectStore('conversations').getAll(),
		);
		const { items, unreadable } = decodeAll(conversationRecord, stored);
		return { items: items.toSorted((a, b) => b.updatedAt - a.updatedAt), unreadable };
	}

	/** How many messages there are in all conversations. */
	async countMessages(): Promise<number> {
		return this.#database.transact(['messages'], 'readonly', (transaction) =>
			transaction.objectStore('messages').count(),
		);
	}

	/** Undefined where there is none, or where it cannot be read. */
	async get(id: string): Promise<Conversation | undefined> {
		const stored = await this.#database.transact(['conversations'], 'readonly', (transaction) =>
			transaction.objectStore('conversations').get(id),
		);
		return conversationRecord.decode(stored);
	}

	async create(title = '', details: ConversationDetails = {}): Promise<Conversation> {
		const now = Date.now();
		const created = { ...details, id: crypto.randomUUID(), title, createdAt: now, updatedAt: now };
		await this.#database.transact(
			['conversations'],
			'readwrite',
			(transaction) =>
				transaction.objectStore('conversations').add(conversationRecord.encode(created)),
			'strict',
		);
		this.#announce(created.id);
		return created;
	}

	/** Gives it a person's title. Throws `invalid-input` if the conversation is gone. */
	async rename(id: string, title: string): Promise<void> {
		await this.change(id, { title, titleBy: 'person' });
	}

	/** Gives it a title in place of `former`, unless it has been given another meanwhile. Throws as `rename`. */
	async suggestTitle(id: string, title: string, former: string): Promise<void> {
		await this.#change(id, (conversation) =>
			conversation.titleBy !== 'person' && conversation.title === former
				? { ...conversation, title, titleBy: 'model' }
				: conversation,
		);
	}

	/** Changes what `details` name; what is undefined there is taken away. Throws as `rename`. */
	async change(
		id: string,
		details: { readonly [K in keyof ConversationDetails]: ConversationDetails[K] | undefined },
	): Promise<void> {
		await this.#change(id, (conversation) => withDetails(conversation, details));
	}

	/** Keeps which variants are shown: those that lead to the message `headId`. */
	async show(id: string, headId: string): Promise<void> {
		await this.change(id, { headId });
	}

	/**
	 * A new conversation with copies of `messages`, which lead from the first to the one where it parts. Throws
	 * `invalid-input` if the conversation is gone.
	 */
	async fork(id: string, messages: readonly StoredMessage[], title: string): Promise<Conversation> {
		const now = Date.now();
		const forkId = crypto.randomUUID();
		const copies: StoredMessage[] = [];
		for (const message of messages) {
			copies.push({
				...message,
				id: crypto.randomUUID(),
				conversationId: forkId,
				position: copies.length,
				parentId: copies.at(-1)?.id ?? null,
				state: message.state === 'streaming' ? 'interrupted' : message.state,
			});
		}
		const fork = await this.#database.transact(
			['conversations', 'messages'],
			'readwrite',
			async (transaction) => {
				const conversations = transaction.objectStore('conversations');
				const origin = conversationRecord.decode(await conversations.get(id));
				if (!origin) throw gone(id);
				const fork: Conversation = {
					...withDetails(origin, {
						titleBy: undefined,
						pinnedAt: undefined,
						archivedAt: undefined,
					}),
					id: forkId,
					title,
					createdAt: now,
					updatedAt: now,
					headId: copies.at(-1)?.id,
				};
				await conversations.add(conversationRecord.encode(fork));
				const store = transaction.objectStore('messages');
				await Promise.all(copies.map((copy) => store.add(messageRecord.encode(copy))));
				return fork;
			},
			'strict',
		);
		this.#announce(forkId);
		return fork;
	}

	/**
	 * The conversation's messages by position. An answer that was cut off (its tab crashed or was closed) reads
	 * `interrupted`, with the text it had.
	 */
	async messages(conversationId: string): Promise<Listing<StoredMessage>> {
		const stored = await this.#database.transact(['messages'], 'readonly', (transaction) =>
			transaction.objectStore('messages').index('position').getAll(allOf(conversationId)),
		);
		const { items, unreadable } = decodeAll(messageRecord, stored);
		const live = await this.#generations.ids();
		return { items: items.map((message) => present(message, live)), unreadable };
	}

	/** One message, likewise. Undefined where there is none, or where it cannot be read. */
	async message(id: string): Promise<StoredMessage | undefined> {
		const stored = await this.#database.transact(['messages'], 'readonly', (transaction) =>
			transaction.objectStore('messages').get(id),
		);
		const message = messageRecord.decode(stored);
		return message && present(message, await this.#generations.ids());
	}

	/** Resolves once no tab is writing the message: what it reads then is its end. */
	generationEnded(messageId: string): Promise<void> {
		return this.#generations.ended(messageId);
	}

	/**
	 * Adds or replaces a message. Save an answer as `streaming` before its first token and after every flush, then
	 * once in its final state: the first and the last are on disk when this resolves, those in between soon
	 * after. Throws `invalid-input` if the conversation is gone.
	 */
	async saveMessage(message: StoredMessage): Promise<void> {
		const isFlush = message.state === 'streaming' && message.content !== '';
		if (message.state === 'streaming') await this.#generations.begin(message.id);
		try {
			await this.#save(message, isFlush);
		} catch (error) {
			await this.#generations.end(message.id);
			throw error;
		}
		if (message.state !== 'streaming') await this.#generations.end(message.id);
	}

	async removeMessage({ id, conversationId }: StoredMessage): Promise<void> {
		await this.#database.transact(
			['messages'],
			'readwrite',
			(transaction) => transaction.objectStore('messages').delete(id),
			'strict',
		);
		this.changes.announce({ kind: 'message', id, conversationId });
	}

	/** Removes a conversation with its messages and draft, and returns them for `restore`. */
	async remove(id: string): Promise<ConversationSnapshot> {
		const snapshot = await this.#database.transact(
			['conversations', 'messages', 'drafts'],
			'readwrite',
			async (transaction) => {
				const conversations = transaction.objectStore('conversations');
				const store = transaction.objectStore('messages');
				const conversation = await conversations.get(id);
				const messages = await store.index('position').getAll(allOf(id));
				const keys = await store.index('position').getAllKeys(allOf(id));
				const draft = await transaction.objectStore('drafts').get(id);
				await Promise.all([
					conversations.delete(id),
					transaction.objectStore('drafts').delete(id),
					...keys.map((key) => store.delete(key)),
				]);
				return { conversation, messages, ...(draft !== undefined && { draft }) };
			},
			'strict',
		);
		this.#announce(id);
		return snapshot;
	}

	/** Puts back what `remove` took away, unreadable records included. */
	async restore({ conversation, messages, draft }: ConversationSnapshot): Promise<void> {
		if (conversation === undefined) return;
		const { id } = conversation as { id: string };
		await this.#database.transact(
			['conversations', 'messages', 'drafts'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('messages');
				await Promise.all([
					transaction.objectStore('conversations').put(conversation),
					draft !== undefined && transaction.objectStore('drafts').put(draft, id),
					...messages.map((message) => store.put(message)),
				]);
			},
			'strict',
		);
		this.#announce(id);
	}

	/** Stores again, as far as a tab still shows it, a conversation that was removed elsewhere. */
	async bringBack(conversation: Conversation, messages: readonly StoredMessage[]): Promise<void> {
		await this.restore({
			conversation: conversationRecord.encode(conversation),
			messages: messages.map((message) => messageRecord.encode(message)),
		});
	}

	async #save(message: StoredMessage, isFlush: boolean): Promise<void> {
		await this.#database.transact(
			['conversations', 'messages'],
			'readwrite',
			async (transaction) => {
				const conversations = transaction.objectStore('conversations');
				const stored = await conversations.get(message.conversationId);
				if (stored === undefined) throw gone(message.conversationId);
				await transaction.objectStore('messages').put(messageRecord.encode(message));
				const conversation = conversationRecord.decode(stored);
				if (isFlush || !conversation) return;
				const touched = { ...conversation, updatedAt: Date.now(), headId: message.id };
				await conversations.put(conversationRecord.encode(touched));
			},
			isFlush ? 'relaxed' : 'strict',
		);
		const { id, conversationId } = message;
		this.changes.announce({ kind: 'message', id, conversationId });
		if (!isFlush) this.#announce(conversationId);
	}

	async #change(id: string, change: (conversation: Conversation) => Conversation): Promise<void> {
		await this.#database.transact(
			['conversations'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('conversations');
				const conversation = conversationRecord.decode(await store.get(id));
				if (!conversation) throw gone(id);
				await store.put(conversationRecord.encode(change(conversation)));
			},
			'strict',
		);
		this.#announce(id);
	}

	#announce(id: string): void {
		this.changes.announce({ kind: 'conversation', id });
	}
}

/** With the details changed, those that are undefined taken away. */
function withDetails(conversation: Conversation, details: object): Conversation {
	const entries = Object.entries({ ...conversation, ...details });
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Conversation;
}

/** An answer that is still `streaming` though no tab writes it was cut off. */
function present(message: StoredMessage, live: ReadonlySet<string>): StoredMessage {
	return message.state === 'streaming' && !live.has(message.id)
		? { ...message, state: 'interrupted' }
		: message;
}

/** The range of a conversation's messages in the index `position`. */
function allOf(conversationId: string): IDBKeyRange {
	return IDBKeyRange.bound([conversationId, 0], [conversationId, Infinity]);
}

function gone(id: string): AppError {
	return new AppError('invalid-input', `conversation ${id} is gone`, {
		data: { reason: 'removed' },
	});
}
