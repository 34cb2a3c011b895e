import type { LeftOuts } from '../../../formats/conversations/foreign-conversation.ts';
import type { CallOptions } from '../../../lib/call-options.ts';
import { ConversationImport, type Added } from '../../../storage/conversation-import.ts';
import type { Database } from '../../../storage/database.ts';
import { readConversations } from './read-conversations.ts';

/** One conversation of a file, before it is taken in. */
export interface Finding {
	readonly title: string;
	/** Milliseconds since the epoch. */
	readonly updatedAt: number;
	readonly messages: number;
	/** Of these, not here yet. */
	readonly missing: number;
	readonly state: 'new' | 'more' | 'here' | 'unreadable';
	readonly left: LeftOuts;
}

/** What the worker does that brings conversations in. */
export interface BringContract {
	/** What is in a file. It is read to its end, and nothing is changed. */
	look(file: Blob, o?: CallOptions): AsyncIterable<Finding>;
	/** Takes in what is new in the file, and yields after each conversation how many were read. */
	take(file: Blob, o?: CallOptions): AsyncIterable<number>;
	/** Takes away what `take` added. */
	undo(o?: CallOptions): Promise<boolean>;
}

/** Reads conversations from files and adds them to one database. */
export class Bringer implements BringContract {
	readonly #import: ConversationImport;
	#added: Added[] = [];

	constructor(database: Database) {
		this.#import = new ConversationImport(database);
	}

	async *look(file: Blob, o: CallOptions = {}): AsyncGenerator<Finding> {
		for await (const { imported, left } of readConversations(file, o)) {
			if (!imported) {
				yield { title: '', updatedAt: 0, messages: 0, missing: 0, state: 'unreadable', left };
				continue;
			}
			const { isHere, missing } = await this.#import.compare(imported);
			const { title, updatedAt } = imported.conversation;
			const state = !isHere ? 'new' : missing > 0 ? 'more' : 'here';
			yield { title, updatedAt, messages: imported.messages.length, missing, state, left };
		}
	}

	async *take(file: Blob, o: CallOptions = {}): AsyncGenerator<number> {
		this.#added = [];
		let count = 0;
		for await (const { imported } of readConversations(file, o)) {
			// One by one: what was stopped or killed in between leaves whole conversations, and the same file adds the rest.
			if (imported) this.#added.push(await this.#import.add(imported));
			yield ++count;
		}
	}

	async undo(): Promise<boolean> {
		await this.#import.remove(this.#added);
		this.#added = [];
		return true;
	}
}
