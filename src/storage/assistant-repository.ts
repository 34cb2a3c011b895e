import type { Database } from './database.ts';
import { decodeAll, type Listing } from './record.ts';
import { assistantRecord, type Assistant, type AssistantDraft } from './records/assistant.ts';

/** The person's own assistants. Every method throws the codes of `Database.transact`. */
export class AssistantRepository {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** All of them, by name. */
	async list(): Promise<Listing<Assistant>> {
		const stored = await this.#database.transact(['assistants'], 'readonly', (transaction) =>
			transaction.objectStore('assistants').getAll(),
		);
		const { items, unreadable } = decodeAll(assistantRecord, stored);
		return { items: items.toSorted((a, b) => a.name.localeCompare(b.name)), unreadable };
	}

	/** Undefined where there is none, or where it cannot be read. */
	async get(id: string): Promise<Assistant | undefined> {
		const stored = await this.#database.transact(['assistants'], 'readonly', (transaction) =>
			transaction.objectStore('assistants').get(id),
		);
		return assistantRecord.decode(stored);
	}

	async create(draft: AssistantDraft & { readonly origin?: string }): Promise<Assistant> {
		const now = Date.now();
		const created = { ...draft, id: crypto.randomUUID(), createdAt: now, updatedAt: now };
		await this.#put([created]);
		return created;
	}

	/** Adds all, or none where one cannot be stored. */
	async createAll(drafts: readonly AssistantDraft[]): Promise<void> {
		const now = Date.now();
		await this.#put(
			drafts.map((draft) => ({
				...draft,
				id: crypto.randomUUID(),
				createdAt: now,
				updatedAt: now,
			})),
		);
	}

	/** Replaces what is stored under its id. */
	async save(assistant: Assistant): Promise<void> {
		await this.#put([{ ...assistant, updatedAt: Date.now() }]);
	}

	async remove(id: string): Promise<void> {
		await this.#database.transact(
			['assistants'],
			'readwrite',
			(transaction) => transaction.objectStore('assistants').delete(id),
			'strict',
		);
	}

	/** Puts back one that was removed, as it was. */
	async restore(assistant: Assistant): Promise<void> {
		await this.#put([assistant]);
	}

	async #put(items: readonly Assistant[]): Promise<void> {
		await this.#database.transact(
			['assistants'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('assistants');
				await Promise.all(items.map((item) => store.put(assistantRecord.encode(item))));
			},
			'strict',
		);
	}
}
