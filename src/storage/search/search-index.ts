import { fold } from '../../lib/fold.ts';
import type { Conversation } from '../records/conversation.ts';
import type { StoredMessage } from '../records/message.ts';
import { findTerm } from './find-term.ts';
import type { Query } from './query.ts';
import { searchableText } from './searchable-text.ts';

/** A message, folded. */
export interface IndexedMessage {
	readonly id: string;
	readonly createdAt: number;
	readonly text: string;
}

/** A conversation, with its messages folded, newest first. */
export interface IndexedConversation {
	readonly record: Conversation;
	readonly title: string;
	readonly messages: readonly IndexedMessage[];
}

/** What of one conversation was found. */
export interface Found {
	readonly conversation: IndexedConversation;
	/** The title alone has every term. */
	readonly isTitle: boolean;
	/** One of the messages, or the title, has the query in one piece. */
	readonly isWhole: boolean;
	/** Those that have every term that the title lacks; where it lacks none, every term. Newest first. */
	readonly messages: readonly IndexedMessage[];
}

/**
 * All conversations in memory, folded. A search reads through all of them. See the README for why there is no
 * inverted index.
 */
export class SearchIndex {
	readonly #conversations = new Map<string, IndexedConversation>();
	#inOrder: readonly IndexedConversation[] | undefined;
	#messageCount = 0;

	/** The one with the latest change first. */
	get conversations(): readonly IndexedConversation[] {
		this.#inOrder ??= [...this.#conversations.values()].sort(
			(a, b) => b.record.updatedAt - a.record.updatedAt,
		);
		return this.#inOrder;
	}

	get messageCount(): number {
		return this.#messageCount;
	}

	/** Takes in a conversation with all of its messages, in place of what there was of it. */
	put(record: Conversation, messages: readonly StoredMessage[]): void {
		this.#set(record, messages.map(indexed).reverse());
	}

	/** Takes in a message, or a newer state of it; undefined if it is gone. */
	putMessage(conversationId: string, id: string, message: StoredMessage | undefined): void {
		const conversation = this.#conversations.get(conversationId);
		if (!conversation) return;
		const others = conversation.messages.filter((other) => other.id !== id);
		const before = conversation.messages.findIndex((other) => other.id === id);
		if (message) others.splice(Math.max(0, before), 0, indexed(message));
		this.#set(conversation.record, others);
	}

	remove(conversationId: string): void {
		this.#messageCount -= this.#conversations.get(conversationId)?.messages.length ?? 0;
		this.#conversations.delete(conversationId);
		this.#inOrder = undefined;
	}

	#set(record: Conversation, messages: readonly IndexedMessage[]): void {
		this.remove(record.id);
		this.#conversations.set(record.id, { record, title: fold(record.title), messages });
		this.#messageCount += messages.length;
	}
}

/** Looks through one conversation, or through those of its messages that an earlier, wider search found. */
export function findIn(
	conversation: IndexedConversation,
	{ terms, whole }: Query,
	messages = conversation.messages,
): Found | undefined {
	const { title } = conversation;
	const missing = terms.filter((term) => findTerm(title, term) < 0);
	const isTitle = missing.length === 0;
	const needed = isTitle ? terms : missing;
	const found = messages.filter(({ text }) => needed.every((term) => findTerm(text, term) >= 0));
	if (found.length === 0 && !isTitle) return undefined;
	const isWhole =
		(isTitle && title.includes(whole)) || found.some(({ text }) => text.includes(whole));
	return { conversation, isTitle, isWhole, messages: found };
}

/** The order of what is shown: titles first, then what has the query in one piece, then the newest. */
export function byRank(a: Found, b: Found): number {
	return (
		Number(b.isTitle) - Number(a.isTitle) ||
		Number(b.isWhole) - Number(a.isWhole) ||
		b.conversation.record.updatedAt - a.conversation.record.updatedAt
	);
}

function indexed({ id, createdAt, content }: StoredMessage): IndexedMessage {
	return { id, createdAt, text: fold(searchableText(content)) };
}
