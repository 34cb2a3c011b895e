import { AppError } from '../lib/errors.ts';
import { Changes } from './changes.ts';
import type { Database } from './database.ts';
import { decodeAll, type Listing } from './record.ts';
import { projectRecord, type Project } from './records/project.ts';

/** What the person says of a project. */
export type ProjectDetails = Pick<Project, 'name' | 'instructions' | 'pack'>;

/** Projects. Every method throws the codes of `Database.transact`. */
export class ProjectRepository {
	readonly #database: Database;
	readonly #changes: Changes;

	constructor(database: Database, changes = new Changes(database.name)) {
		this.#database = database;
		this.#changes = changes;
	}

	/** In the order in which they were made. */
	async list(): Promise<Listing<Project>> {
		const stored = await this.#database.transact(['projects'], 'readonly', (transaction) =>
			transaction.objectStore('projects').getAll(),
		);
		const { items, unreadable } = decodeAll(projectRecord, stored);
		return { items: items.toSorted((a, b) => a.createdAt - b.createdAt), unreadable };
	}

	async create(details: ProjectDetails): Promise<Project> {
		const project = { ...details, id: crypto.randomUUID(), createdAt: Date.now() };
		await this.#put(project.id, () => project);
		return project;
	}

	/** Throws `invalid-input` if the project is gone. */
	async change(id: string, details: ProjectDetails): Promise<void> {
		await this.#put(id, (project) => {
			if (project) return { id, createdAt: project.createdAt, ...details };
			const data = { reason: 'removed' } as const;
			throw new AppError('invalid-input', `project ${id} is gone`, { data });
		});
	}

	/** Removes a project and returns what `restore` needs. Its conversations stay, and are in it again then. */
	async remove(id: string): Promise<unknown> {
		const stored = await this.#database.transact(
			['projects'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('projects');
				const project = await store.get(id);
				await store.delete(id);
				return project;
			},
			'strict',
		);
		this.#changes.announce({ kind: 'project', id });
		return stored;
	}

	/** Puts back what `remove` took away. */
	async restore(stored: unknown): Promise<void> {
		const project = projectRecord.decode(stored);
		if (project) await this.#put(project.id, () => project);
	}

	async #put(id: string, change: (stored: Project | undefined) => Project): Promise<void> {
		await this.#database.transact(
			['projects'],
			'readwrite',
			async (transaction) => {
				const store = transaction.objectStore('projects');
				const stored = projectRecord.decode(await store.get(id));
				await store.put(projectRecord.encode(change(stored)));
			},
			'strict',
		);
		this.#changes.announce({ kind: 'project', id });
	}
}
