import type { Database } from './database.ts';
import { conversationRecord, type Conversation } from './records/conversation.ts';
import { messageRecord, type StoredMessage } from './records/message.ts';

/** A conversation from a file, as records. Its ids are always the same for the same conversation. */
export interface ImportedConversation {
	readonly conversation: Conversation;
	readonly messages: readonly StoredMessage[];
}

/** What an import has added: what `remove` takes away again. */
export interface Added {
	/** Undefined where the conversation was here before. */
	readonly conversationId: string | undefined;
	readonly messageIds: readonly string[];
}

/** Takes conversations from files in. What is here already is never changed: only what is missing is added. */
export class ConversationImport {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** How many of its messages are not here yet, and whether the conversation is. */
	async compare({
		conversation,
		messages,
	}: ImportedConversation): Promise<{ isHere: boolean; missing: number }> {
		return this.#database.transact(
			['conversations', 'messages'],
			'readonly',
			async (transaction) => {
				const isHere =
					(await transaction.objectStore('conversations').getKey(conversation.id)) !== undefined;
				const store = transaction.objectStore('messages');
				const keys = await Promise.all(messages.map(({ id }) => store.getKey(id)));
				return { isHere, missing: keys.filter((key) => key === undefined).length };
			},
		);
	}

	/** Adds what is missing of a conversation, all of it or nothing. */
	async add({ conversation, messages }: ImportedConversation): Promise<Added> {
		return this.#database.transact(
			['conversations', 'messages'],
			'readwrite',
			async (transaction) => {
				const conversations = transaction.objectStore('conversations');
				const store = transaction.objectStore('messages');
				const isHere = (await conversations.getKey(conversation.id)) !== undefined;
				const keys = await Promise.all(messages.map(({ id }) => store.getKey(id)));
				const missing = messages.filter((_, index) => keys[index] === undefined);
				await Promise.all([
					...(isHere ? [] : [conversations.add(conversationRecord.encode(conversation))]),
					...missing.map((message) => store.add(messageRecord.encode(message))),
				]);
				return {
					conversationId: isHere ? undefined : conversation.id,
					messageIds: missing.map(({ id }) => id),
				};
			},
			'strict',
		);
	}

	/** Takes away what was added, all of it or nothing. What was written since in a conversation that goes, goes with it. */
	async remove(added: readonly Added[]): Promise<void> {
		await this.#database.transact(
			['conversations', 'messages'],
			'readwrite',
			async (transaction) => {
				const conversations = transaction.objectStore('conversations');
				const store = transaction.objectStore('messages');
				for (const { conversationId, messageIds } of added) {
					await Promise.all(messageIds.map((id) => store.delete(id)));
					if (conversationId === undefined) continue;
					const range = IDBKeyRange.bound([conversationId, 0], [conversationId, Infinity]);
					const rest = await store.index('position').getAllKeys(range);
					await Promise.all(rest.map((id) => store.delete(id)));
					await conversations.delete(conversationId);
				}
			},
			'strict',
		);
	}
}
