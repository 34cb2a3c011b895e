import { MessageTree } from '../../storage/message-tree.ts';
import type { StoredMessage } from '../../storage/records/message.ts';

/** A conversation's messages, and which of them are shown: those on the path to its head. */
export class ShownMessages {
	#tree = $state.raw(new MessageTree());
	#headId = $state.raw<string>();
	/** The messages of a tree and its head. No `$derived`: that would end with the page on which it was made. */
	#path:
		| { tree: MessageTree; headId: string | undefined; messages: readonly StoredMessage[] }
		| undefined;

	get tree(): MessageTree {
		return this.#tree;
	}

	/** The last of those that are shown. */
	get headId(): string | undefined {
		return this.#headId;
	}

	get path(): readonly StoredMessage[] {
		const [tree, headId] = [this.#tree, this.#headId];
		if (this.#path?.tree !== tree || this.#path.headId !== headId) {
			this.#path = { tree, headId, messages: tree.pathTo(headId) };
		}
		return this.#path.messages;
	}

	/** The same, with an answer that is being written as it began: it is another only when the path is. */
	get pathAsBegun(): readonly StoredMessage[] {
		return this.#tree.pathAsBegun(this.#headId);
	}

	/** What a message of `pathAsBegun` says by now. */
	newest(message: StoredMessage): StoredMessage {
		return message.state === 'streaming' ? (this.#tree.get(message.id) ?? message) : message;
	}

	/** Shows these in place of all others, up to `headId` or, where there is none such, to the last one. */
	replace(messages: Iterable<StoredMessage>, headId: string | undefined): void {
		this.#tree = new MessageTree(messages);
		this.#headId = headId && this.#tree.get(headId) ? headId : this.#tree.last?.id;
	}

	/** Adds a message, or puts it in place of the one with its id. */
	put(message: StoredMessage): void {
		this.#tree = this.#tree.with(message);
	}

	remove(id: string): void {
		this.#tree = this.#tree.without(id);
	}

	/** Shows the path to this message. */
	showUpTo(id: string): void {
		this.#headId = id;
	}
}
