import type { ConversationRepository } from '../../storage/conversation-repository.ts';
import type { ShownMessages } from './shown-messages.svelte.ts';

interface Options {
	readonly repository: ConversationRepository;
	readonly shown: ShownMessages;
	/** Whether this tab is writing the message: what it shows is newer then than what is stored. */
	readonly isOurs: (id: string) => boolean;
}

/** Shows messages that other tabs have written, or are writing. */
export class TakeOver {
	readonly #options: Options;
	/** Answers that other tabs are writing. */
	readonly #awaited = new Set<string>();

	constructor(options: Options) {
		this.#options = options;
	}

	/** Shows a message as it is stored now, and once more when no tab writes it. Throws what the database throws. */
	async message(id: string): Promise<void> {
		const { repository, shown, isOurs } = this.#options;
		if (isOurs(id)) return;
		const message = await repository.message(id);
		if (isOurs(id)) return;
		if (message) shown.put(message);
		else shown.remove(id);
		if (message?.state === 'streaming') void this.#await(id);
	}

	/** A tab that dies says nothing: its lock does. */
	async #await(id: string): Promise<void> {
		if (this.#awaited.has(id)) return;
		this.#awaited.add(id);
		await this.#options.repository.generationEnded(id);
		this.#awaited.delete(id);
		await this.message(id).catch(() => {});
	}
}
