import { toAppError, type AppError } from '../../lib/errors.ts';
import type { ProjectDetails } from '../../storage/project-repository.ts';
import type { Project } from '../../storage/records/project.ts';
import type { Services } from '../feature.ts';
import type { ConversationList } from './conversation-list.svelte.ts';
import { ProjectList } from './project-list.svelte.ts';

/** How the conversations are arranged: pinned, archived, in projects. Nothing here throws; `error` says why. */
export class Arrangement {
	readonly #services: Pick<Services, 'conversations' | 'projects'>;
	readonly #list: ConversationList;
	readonly #onchange: (id: string) => Promise<void>;
	readonly projects: ProjectList;
	#error = $state.raw<AppError>();

	/** `onchange` is called with the id of each conversation that was changed. */
	constructor(
		services: Pick<Services, 'conversations' | 'projects'>,
		list: ConversationList,
		onchange: (id: string) => Promise<void>,
	) {
		this.#services = services;
		this.#list = list;
		this.#onchange = onchange;
		this.projects = new ProjectList(services.projects);
	}

	/** Why something could not be changed. */
	get error(): AppError | undefined {
		return this.#error;
	}

	async pin(id: string, isPinned: boolean): Promise<void> {
		await this.#change(id, { pinnedAt: isPinned ? Date.now() : undefined });
	}

	/** Resolves to whether it is done. */
	async archive(id: string, isArchived: boolean): Promise<boolean> {
		return this.#change(id, {
			archivedAt: isArchived ? Date.now() : undefined,
		});
	}

	/** Into a project, or out of any. */
	async move(id: string, projectId: string | undefined): Promise<void> {
		await this.#change(id, { projectId });
	}

	/** Makes a project, or changes one. Resolves to its id, or to undefined if it failed. */
	async saveProject(details: ProjectDetails, id?: string): Promise<string | undefined> {
		const { projects } = this.#services;
		let saved: string | undefined;
		await this.#attempt(async () => {
			if (id) await projects.change(id, details);
			saved = id ?? (await projects.create(details)).id;
		});
		await this.projects.refresh();
		return saved;
	}

	/** Removes a project, whose conversations stay. Resolves to what brings it back; undefined if it failed. */
	async removeProject({ id }: Project): Promise<(() => Promise<void>) | undefined> {
		const { projects } = this.#services;
		let undo: (() => Promise<void>) | undefined;
		await this.#attempt(async () => {
			const removed = await projects.remove(id);
			undo = async () => {
				await this.#attempt(() => projects.restore(removed));
				await this.projects.refresh();
			};
		});
		await this.projects.refresh();
		return undo;
	}

	async #change(
		id: string,
		details: Parameters<Services['conversations']['change']>[1],
	): Promise<boolean> {
		const isDone = await this.#attempt(async () => {
			await this.#services.conversations.change(id, details);
			await this.#onchange(id);
		});
		await this.#list.refresh();
		return isDone;
	}

	async #attempt(work: () => Promise<void>): Promise<boolean> {
		this.#error = undefined;
		try {
			await work();
			return true;
		} catch (error) {
			this.#error = toAppError(error);
			return false;
		}
	}
}
