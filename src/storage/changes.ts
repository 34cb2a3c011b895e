/** What was committed to the database. It says where to look, and never what is there. */
export type Change =
	| { readonly kind: 'conversation'; readonly id: string }
	| { readonly kind: 'message'; readonly id: string; readonly conversationId: string }
	| { readonly kind: 'project'; readonly id: string }
	/** `id` is the conversation's, or `new`. */
	| { readonly kind: 'draft'; readonly id: string };

/**
 * Tells the other tabs what this one has stored, so that all of them show the same. Nothing is lost where a tab
 * does not hear it: what is shown is read from the database, and what is written is compared with it.
 */
export class Changes {
	readonly #name: string;
	readonly #listeners = new Set<(change: Change) => void>();
	#channel: BroadcastChannel | undefined;

	/** Tabs hear one another if they name the same database. */
	constructor(databaseName: string) {
		this.#name = `${databaseName}:changes`;
	}

	/** To be called once the change is committed. This tab's own listeners are not called. */
	announce(change: Change): void {
		this.#open().postMessage(change);
	}

	/** Calls `listener` for what other tabs announce, until the returned function is called. */
	listen(listener: (change: Change) => void): () => void {
		this.#open();
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	close(): void {
		this.#channel?.close();
		this.#channel = undefined;
	}

	#open(): BroadcastChannel {
		if (this.#channel) return this.#channel;
		this.#channel = new BroadcastChannel(this.#name);
		this.#channel.onmessage = ({ data }: MessageEvent<Change>) => {
			for (const listener of this.#listeners) listener(data);
		};
		return this.#channel;
	}
}
