import type { Database } from './database.ts';
import type { Listing } from './record.ts';
import type { Conversation } from './records/conversation.ts';
import type { StoredMessage } from './records/message.ts';

/** A removed conversation as it was stored, to be handed back to `restore`. */
export interface ConversationSnapshot {
	readonly conversation: unknown;
	readonly messages: readonly unknown[];
}

/** Conversations and their messages. Every method throws the codes of `Database.transact`. */
export class ConversationRepository {
	constructor(readonly database: Database) {}

	/** All conversations, newest first. */
	async list(): Promise<Listing<Conversation>> {
		throw new Error('not yet');
	}
	/** Undefined where there is none, or where it cannot be read. */
	async get(_id: string): Promise<Conversation | undefined> {
		throw new Error('not yet');
	}
	async create(_title = ''): Promise<Conversation> {
		throw new Error('not yet');
	}
	async rename(_id: string, _title: string): Promise<void> {
		throw new Error('not yet');
	}
	/** The conversation's messages by position. An answer that nobody is generating any more reads `interrupted`. */
	async messages(_conversationId: string): Promise<Listing<StoredMessage>> {
		throw new Error('not yet');
	}
	async saveMessage(_message: StoredMessage): Promise<void> {
		throw new Error('not yet');
	}
	/** Removes the messages at `position` and after it. */
	async removeMessagesFrom(_conversationId: string, _position: number): Promise<void> {
		throw new Error('not yet');
	}
	async remove(_id: string): Promise<ConversationSnapshot> {
		throw new Error('not yet');
	}
	async restore(_snapshot: ConversationSnapshot): Promise<void> {
		throw new Error('not yet');
	}
}
