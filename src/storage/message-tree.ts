import type { StoredMessage } from './records/message.ts';

/**
 * A conversation's messages as a tree: an edited question or another answer is a further child of the message before
 * it. Immutable. A parent that is missing or does not come before its child, as a damaged record may say, is
 * replaced by the message before it in time, so that every message can be reached.
 */
export class MessageTree {
	readonly #byId: ReadonlyMap<string, StoredMessage>;
	readonly #parents = new Map<string, string | null>();
	readonly #children = new Map<string | null, StoredMessage[]>();
	readonly #inOrder: readonly StoredMessage[];

	constructor(messages: Iterable<StoredMessage> = []) {
		this.#byId = new Map([...messages].map((message) => [message.id, message]));
		this.#inOrder = [...this.#byId.values()].sort(
			(a, b) => a.position - b.position || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
		);
		let before: StoredMessage | undefined;
		for (const message of this.#inOrder) {
			const parentId = this.#parentOf(message, before);
			this.#parents.set(message.id, parentId);
			const siblings = this.#children.get(parentId);
			if (siblings) siblings.push(message);
			else this.#children.set(parentId, [message]);
			before = message;
		}
	}

	/** In the order of writing. */
	get all(): readonly StoredMessage[] {
		return this.#inOrder;
	}

	/** The one that was written last. */
	get last(): StoredMessage | undefined {
		return this.#inOrder.at(-1);
	}

	/** The position for the next message. */
	get nextPosition(): number {
		return (this.last?.position ?? -1) + 1;
	}

	get(id: string): StoredMessage | undefined {
		return this.#byId.get(id);
	}

	/** Id of the message that it follows; null for a first one. */
	parentIdOf(id: string): string | null {
		return this.#parents.get(id) ?? null;
	}

	/** The messages from the first to this one; empty where there is none such. */
	pathTo(id: string | undefined): StoredMessage[] {
		const path: StoredMessage[] = [];
		let message = id === undefined ? undefined : this.#byId.get(id);
		while (message) {
			path.push(message);
			message = this.#byId.get(this.#parents.get(message.id) ?? '');
		}
		return path.reverse();
	}

	/** The message with the others that follow the same one, oldest first. */
	variantsOf(id: string): readonly StoredMessage[] {
		return this.#children.get(this.parentIdOf(id)) ?? [];
	}

	/** The end of the conversation below this message, going by the latest variant each time. */
	latestBelow(id: string): string {
		for (let end = id; ;) {
			const next = this.#children.get(end)?.at(-1);
			if (!next) return end;
			end = next.id;
		}
	}

	/** With the message added, or in place of the one with its id. */
	with(message: StoredMessage): MessageTree {
		return new MessageTree(new Map(this.#byId).set(message.id, message).values());
	}

	without(id: string): MessageTree {
		const rest = new Map(this.#byId);
		rest.delete(id);
		return new MessageTree(rest.values());
	}

	/** `before` is the message before it in time. */
	#parentOf({ parentId, position }: StoredMessage, before: StoredMessage | undefined) {
		if (parentId === null) return null;
		const parent = this.#byId.get(parentId ?? '');
		return parent && parent.position < position ? parent.id : (before?.id ?? null);
	}
}
