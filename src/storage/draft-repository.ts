import { Changes } from './changes.ts';
import type { Database } from './database.ts';
import { draftRecord, type Draft } from './records/draft.ts';

/**
 * What is written and not sent, by conversation id, or `new`. Every method throws the codes of
 * `Database.transact`.
 */
export class DraftRepository {
	readonly #database: Database;
	readonly #changes: Changes;

	constructor(database: Database, changes = new Changes(database.name)) {
		this.#database = database;
		this.#changes = changes;
	}

	async get(id: string): Promise<Draft | undefined> {
		const stored = await this.#database.transact(['drafts'], 'readonly', (transaction) =>
			transaction.objectStore('drafts').get(id),
		);
		return draftRecord.decode(stored);
	}

	/**
	 * Writes the text, an empty one by removing the draft, and resolves to the new revision. Where another tab has
	 * written since `read`, the revision that this one knows, nothing is written and what is there is returned.
	 */
	async save(
		id: string,
		text: string,
		read: string | undefined,
	): Promise<{ revision: string | undefined } | { theirs: Draft | undefined }> {
		const outcome = await this.#database.transact(
			['drafts'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('drafts');
				const stored = draftRecord.decode(await store.get(id));
				if (stored?.revision !== read) return { theirs: stored };
				if (!text) {
					await store.delete(id);
					return { revision: undefined };
				}
				const draft = { text, revision: crypto.randomUUID(), savedAt: Date.now() };
				await store.put(draftRecord.encode(draft), id);
				return { revision: draft.revision };
			},
			'strict',
		);
		if ('revision' in outcome) this.#changes.announce({ kind: 'draft', id });
		return outcome;
	}
}
