import { heldLocks, holdLock, whenReleased } from '../lib/web-lock.ts';

const PREFIX = 'quern:generation:';

/**
 * Which answers are being generated right now, in any tab. Each holds a Web Lock, which the browser lets
 * go when the tab ends in whatever way: so a message still marked `streaming` after a crash is told apart.
 */
export class LiveGenerations {
	readonly #releases = new Map<string, Promise<() => void>>();

	async begin(messageId: string): Promise<void> {
		if (!this.#releases.has(messageId)) {
			this.#releases.set(messageId, holdLock(PREFIX + messageId));
		}
		await this.#releases.get(messageId);
	}

	async end(messageId: string): Promise<void> {
		const release = await this.#releases.get(messageId);
		this.#releases.delete(messageId);
		release?.();
	}

	/** Ids of the messages that some tab is writing. */
	async ids(): Promise<ReadonlySet<string>> {
		const names = [...(await heldLocks())].filter((name) => name.startsWith(PREFIX));
		return new Set(names.map((name) => name.slice(PREFIX.length)));
	}

	/** Resolves once no tab is writing the message. */
	ended(messageId: string): Promise<void> {
		return whenReleased(PREFIX + messageId);
	}
}
