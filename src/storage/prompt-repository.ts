import type { Database } from './database.ts';
import { decodeAll, type Listing } from './record.ts';
import { promptRecord, type Prompt, type PromptDraft } from './records/prompt.ts';

/** The person's own prompts. Every method throws the codes of `Database.transact`. */
export class PromptRepository {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** All of them, by name. */
	async list(): Promise<Listing<Prompt>> {
		const stored = await this.#database.transact(['prompts'], 'readonly', (transaction) =>
			transaction.objectStore('prompts').getAll(),
		);
		const { items, unreadable } = decodeAll(promptRecord, stored);
		return { items: items.toSorted((a, b) => a.name.localeCompare(b.name)), unreadable };
	}

	/** Undefined where there is none, or where it cannot be read. */
	async get(id: string): Promise<Prompt | undefined> {
		const stored = await this.#database.transact(['prompts'], 'readonly', (transaction) =>
			transaction.objectStore('prompts').get(id),
		);
		return promptRecord.decode(stored);
	}

	async create(draft: PromptDraft): Promise<Prompt> {
		const now = Date.now();
		const created = { ...draft, id: crypto.randomUUID(), createdAt: now, updatedAt: now };
		await this.#put([created]);
		return created;
	}

	/** Adds all, or none where one cannot be stored. */
	async createAll(drafts: readonly PromptDraft[]): Promise<void> {
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
	async save(prompt: Prompt): Promise<void> {
		await this.#put([{ ...prompt, updatedAt: Date.now() }]);
	}

	async remove(id: string): Promise<void> {
		await this.#database.transact(
			['prompts'],
			'readwrite',
			(transaction) => transaction.objectStore('prompts').delete(id),
			'strict',
		);
	}

	/** Puts back one that was removed, as it was. */
	async restore(prompt: Prompt): Promise<void> {
		await this.#put([prompt]);
	}

	async #put(items: readonly Prompt[]): Promise<void> {
		await this.#database.transact(
			['prompts'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('prompts');
				await Promise.all(items.map((item) => store.put(promptRecord.encode(item))));
			},
			'strict',
		);
	}
}
