import { toAppError, type AppError } from '../../lib/errors.ts';
import type {
	ConversationRepository,
	ConversationSnapshot,
} from '../../storage/conversation-repository.ts';
import type { Conversation as ConversationRecord } from '../../storage/records/conversation.ts';

/** All conversations on this device, newest first. */
export class ConversationList {
	readonly #repository: ConversationRepository;
	#items = $state.raw<readonly ConversationRecord[]>([]);
	#archived = $state.raw<readonly ConversationRecord[]>([]);
	#unreadable = $state.raw(0);
	#error = $state.raw<AppError>();

	constructor(repository: ConversationRepository) {
		this.#repository = repository;
	}

	get items(): readonly ConversationRecord[] {
		return this.#items;
	}

	/** Of them, those in the archive. */
	get archived(): readonly ConversationRecord[] {
		return this.#archived;
	}

	/** Conversations that are stored and cannot be read. */
	get unreadable(): number {
		return this.#unreadable;
	}

	/** Why the list cannot be read. */
	get error(): AppError | undefined {
		return this.#error;
	}

	/** Reads the list; what fails is kept in `error`. */
	async refresh(): Promise<void> {
		try {
			const { items, unreadable } = await this.#repository.list();
			this.#items = items;
			this.#archived = items.filter(({ archivedAt }) => archivedAt !== undefined);
			this.#unreadable = unreadable;
			this.#error = undefined;
		} catch (error) {
			this.#error = toAppError(error);
		}
	}

	/** Throws what the repository throws. */
	async rename(id: string, title: string): Promise<void> {
		await this.#repository.rename(id, title);
		await this.refresh();
	}

	/** Removes a conversation and returns what `restore` needs to undo it. */
	async remove(id: string): Promise<ConversationSnapshot> {
		const snapshot = await this.#repository.remove(id);
		await this.refresh();
		return snapshot;
	}

	async restore(snapshot: ConversationSnapshot): Promise<void> {
		await this.#repository.restore(snapshot);
		await this.refresh();
	}
}
