import type { AssistantRepository } from '../../storage/assistant-repository.ts';
import type { Assistant } from '../../storage/records/assistant.ts';

/** The assistants that can be asked. Without them, as where storage cannot be read, the model itself answers. */
export class KnownAssistants {
	readonly #repository: AssistantRepository;
	#items = $state.raw<readonly Assistant[]>([]);

	constructor(repository: AssistantRepository) {
		this.#repository = repository;
	}

	get items(): readonly Assistant[] {
		return this.#items;
	}

	get(id: string | undefined): Assistant | undefined {
		return this.#items.find((assistant) => assistant.id === id);
	}

	/** Reads them as they are stored now. Never throws. */
	async refresh(): Promise<void> {
		try {
			this.#items = (await this.#repository.list()).items;
		} catch (error) {
			console.warn('The assistants cannot be read.', error);
		}
	}
}
