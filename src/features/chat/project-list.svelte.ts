import { toAppError, type AppError } from '../../lib/errors.ts';
import type { ProjectRepository } from '../../storage/project-repository.ts';
import type { Project } from '../../storage/records/project.ts';

/** All projects on this device, in the order in which they were made. */
export class ProjectList {
	readonly #repository: ProjectRepository;
	#items = $state.raw<readonly Project[]>([]);
	#unreadable = $state.raw(0);
	#error = $state.raw<AppError>();

	constructor(repository: ProjectRepository) {
		this.#repository = repository;
	}

	get items(): readonly Project[] {
		return this.#items;
	}

	/** Projects that are stored and cannot be read. */
	get unreadable(): number {
		return this.#unreadable;
	}

	/** Why the list cannot be read. */
	get error(): AppError | undefined {
		return this.#error;
	}

	get(id: string | undefined): Project | undefined {
		return this.#items.find((project) => project.id === id);
	}

	/** Reads the list; what fails is kept in `error`. */
	async refresh(): Promise<void> {
		try {
			const { items, unreadable } = await this.#repository.list();
			this.#items = items;
			this.#unreadable = unreadable;
			this.#error = undefined;
		} catch (error) {
			this.#error = toAppError(error);
		}
	}
}
