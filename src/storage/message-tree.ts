import type { StoredMessage } from './records/message.ts';

/**
 * A conversation's messages as a tree: an edited question or another answer is a further child of the message before
 * it. Immutable. A parent that is missing or does not come before its child, as a damaged record may say, is
 * replaced by the message before it in time, so that every message can be reached.
 *
 * A further piece of an answer costs the same however long the conversation is: the next tree has the same shape.
 */
export class MessageTree {
	readonly #shape: Shape;
	/** The newest state of a message that is being written, in place of the one in the shape. */
	readonly #writing: StoredMessage | undefined;

	constructor(messages: Iterable<StoredMessage> | Shape = [], writing?: StoredMessage) {
		this.#shape = messages instanceof Shape ? messages : new Shape(messages);
		this.#writing = writing;
	}

	/** In the order of writing. */
	get all(): readonly StoredMessage[] {
		return this.#withNewest(this.#shape.inOrder);
	}

	/** The one that was written last. */
	get last(): StoredMessage | undefined {
		const last = this.#shape.inOrder.at(-1);
		return last && this.#newest(last);
	}

	/** The position for the next message. */
	get nextPosition(): number {
		return (this.last?.position ?? -1) + 1;
	}

	get(id: string): StoredMessage | undefined {
		return this.#writing?.id === id ? this.#writing : this.#shape.byId.get(id);
	}

	/** Id of the message that it follows; null for a first one. */
	parentIdOf(id: string): string | null {
		return this.#shape.parents.get(id) ?? null;
	}

	/** The messages from the first to this one; empty where there is none such. */
	pathTo(id: string | undefined): readonly StoredMessage[] {
		return this.#withNewest(this.pathAsBegun(id));
	}

	/** The same, with a message that is being written as it began. It stays one object while the shape is the same. */
	pathAsBegun(id: string | undefined): readonly StoredMessage[] {
		return this.#shape.pathTo(id);
	}

	/** The message with the others that follow the same one, oldest first. */
	variantsOf(id: string): readonly StoredMessage[] {
		return this.#withNewest(this.#shape.children.get(this.parentIdOf(id)) ?? []);
	}

	/** The end of the conversation below this message, going by the latest variant each time. */
	latestBelow(id: string): string {
		for (let end = id; ;) {
			const next = this.#shape.children.get(end)?.at(-1);
			if (!next) return end;
			end = next.id;
		}
	}

	/** With the message added, or in place of the one with its id. */
	with(message: StoredMessage): MessageTree {
		const known = this.get(message.id);
		const isWriting = this.#writing === undefined || this.#writing.id === message.id;
		if (known && isWriting && isGrowing(known, message))
			return new MessageTree(this.#shape, message);
		return new MessageTree(this.#all().set(message.id, message).values());
	}

	without(id: string): MessageTree {
		const rest = this.#all();
		rest.delete(id);
		return new MessageTree(rest.values());
	}

	#all(): Map<string, StoredMessage> {
		const all = new Map(this.#shape.byId);
		return this.#writing ? all.set(this.#writing.id, this.#writing) : all;
	}

	#newest(message: StoredMessage): StoredMessage {
		return this.#writing?.id === message.id ? this.#writing : message;
	}

	#withNewest(messages: readonly StoredMessage[]): readonly StoredMessage[] {
		const writing = this.#writing;
		// What is being written is nearly always the last.
		const at = writing ? messages.findLastIndex(({ id }) => id === writing.id) : -1;
		return writing && at >= 0 ? messages.with(at, writing) : messages;
	}
}

/** Who follows whom. */
class Shape {
	readonly byId: ReadonlyMap<string, StoredMessage>;
	readonly parents = new Map<string, string | null>();
	readonly children = new Map<string | null, StoredMessage[]>();
	readonly inOrder: readonly StoredMessage[];
	#path: { id: string | undefined; messages: readonly StoredMessage[] } | undefined;

	constructor(messages: Iterable<StoredMessage>) {
		this.byId = new Map([...messages].map((message) => [message.id, message]));
		this.inOrder = [...this.byId.values()].sort(
			(a, b) => a.position - b.position || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
		);
		let before: StoredMessage | undefined;
		for (const message of this.inOrder) {
			const parentId = this.#parentOf(message, before);
			this.parents.set(message.id, parentId);
			const siblings = this.children.get(parentId);
			if (siblings) siblings.push(message);
			else this.children.set(parentId, [message]);
			before = message;
		}
	}

	pathTo(id: string | undefined): readonly StoredMessage[] {
		if (this.#path && this.#path.id === id) return this.#path.messages;
		const messages: StoredMessage[] = [];
		let message = id === undefined ? undefined : this.byId.get(id);
		while (message) {
			messages.push(message);
			message = this.byId.get(this.parents.get(message.id) ?? '');
		}
		this.#path = { id, messages: messages.reverse() };
		return messages;
	}

	/** `before` is the message before it in time. */
	#parentOf({ parentId, position }: StoredMessage, before: StoredMessage | undefined) {
		if (parentId === null) return null;
		const parent = this.byId.get(parentId ?? '');
		return parent && parent.position < position ? parent.id : (before?.id ?? null);
	}
}

/** Whether only what an answer says has changed, and it still goes on. */
function isGrowing(known: StoredMessage, message: StoredMessage): boolean {
	return (
		known.state === 'streaming' &&
		message.state === 'streaming' &&
		known.position === message.position &&
		known.parentId === message.parentId &&
		known.createdAt === message.createdAt
	);
}
