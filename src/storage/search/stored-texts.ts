import type { Database } from '../database.ts';
import { conversationRecord, type Conversation } from '../records/conversation.ts';
import { messageRecord, type StoredMessage } from '../records/message.ts';

/** A conversation with its messages by position. */
export interface StoredConversation {
	readonly conversation: Conversation;
	readonly messages: readonly StoredMessage[];
}

/** What a search reads. What cannot be read is left out. Every method throws the codes of `Database.transact`. */
export class StoredTexts {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** The one that changed last first. */
	async conversationIds(): Promise<string[]> {
		const stored = await this.#database.transact(['conversations'], 'readonly', (transaction) =>
			transaction.objectStore('conversations').getAll(),
		);
		return stored
			.map((value) => conversationRecord.decode(value))
			.filter((conversation) => conversation !== undefined)
			.sort((a, b) => b.updatedAt - a.updatedAt)
			.map(({ id }) => id);
	}

	/** By id; undefined for one that is gone. */
	async conversations(
		ids: readonly string[],
	): Promise<ReadonlyMap<string, StoredConversation | undefined>> {
		const stored = await this.#database.transact(
			['conversations', 'messages'],
			'readonly',
			(transaction) => {
				const conversations = transaction.objectStore('conversations');
				const byPosition = transaction.objectStore('messages').index('position');
				return Promise.all(
					ids.map((id) =>
						Promise.all([
							conversations.get(id),
							byPosition.getAll(IDBKeyRange.bound([id, 0], [id, Infinity])),
						]),
					),
				);
			},
		);
		return new Map(
			stored.map(([record, values], index) => {
				const conversation = conversationRecord.decode(record);
				const messages = values
					.map((value) => messageRecord.decode(value))
					.filter((message) => message !== undefined);
				return [ids[index]!, conversation && { conversation, messages }];
			}),
		);
	}

	/** By id, without those that are gone. */
	async messages(ids: readonly string[]): Promise<ReadonlyMap<string, StoredMessage>> {
		const stored = await this.#database.transact(['messages'], 'readonly', (transaction) => {
			const store = transaction.objectStore('messages');
			return Promise.all(ids.map((id) => store.get(id)));
		});
		return new Map(
			stored
				.map((value) => messageRecord.decode(value))
				.filter((message) => message !== undefined)
				.map((message) => [message.id, message]),
		);
	}
}
