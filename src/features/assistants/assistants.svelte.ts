import { toAppError, type AppError } from '../../lib/errors.ts';
import type { AssistantRepository } from '../../storage/assistant-repository.ts';
import type { PromptRepository } from '../../storage/prompt-repository.ts';
import type { Assistant, AssistantDraft } from '../../storage/records/assistant.ts';
import type { Prompt, PromptDraft } from '../../storage/records/prompt.ts';
import { readAssistantFile, writeAssistantFile, type AssistantFile } from './assistant-file.ts';
import { loadLibrary, type LibraryAssistant } from './library/library.ts';

interface Repositories {
	readonly assistants: AssistantRepository;
	readonly prompts: PromptRepository;
}

/** The person's assistants and prompts, and the ready-made assistants in the language of the page. */
export class Assistants {
	readonly #repositories: Repositories;
	#items = $state.raw<readonly Assistant[]>([]);
	#prompts = $state.raw<readonly Prompt[]>([]);
	#unreadable = $state.raw(0);
	#library = $state.raw<readonly LibraryAssistant[]>([]);
	#isRead = $state.raw(false);
	#error = $state.raw<AppError>();

	constructor(repositories: Repositories) {
		this.#repositories = repositories;
	}

	get items(): readonly Assistant[] {
		return this.#items;
	}

	get prompts(): readonly Prompt[] {
		return this.#prompts;
	}

	/** Stored ones that cannot be read. */
	get unreadable(): number {
		return this.#unreadable;
	}

	get library(): readonly LibraryAssistant[] {
		return this.#library;
	}

	/** What is stored has been read once. */
	get isRead(): boolean {
		return this.#isRead;
	}

	/** Why the last thing that was tried could not be done. */
	get error(): AppError | undefined {
		return this.#error;
	}

	get(id: string): Assistant | undefined {
		return this.#items.find((assistant) => assistant.id === id);
	}

	async refresh(): Promise<void> {
		await this.#attempt(async () => {});
	}

	async openLibrary(language: string): Promise<void> {
		try {
			this.#library = await loadLibrary(language);
		} catch (error) {
			this.#error = toAppError(error);
		}
	}

	/** The one that was taken from the library before, or a new one. Undefined if that failed. */
	async take({ origin, draft }: LibraryAssistant): Promise<Assistant | undefined> {
		const taken = this.#items.find((assistant) => assistant.origin === origin);
		return taken ?? this.create({ ...draft, origin });
	}

	async create(draft: AssistantDraft & { origin?: string }): Promise<Assistant | undefined> {
		let created: Assistant | undefined;
		await this.#attempt(async () => {
			created = await this.#repositories.assistants.create(draft);
		});
		return created;
	}

	/** Resolves to whether it is saved. */
	async save(assistant: Assistant): Promise<boolean> {
		return this.#attempt(() => this.#repositories.assistants.save(assistant));
	}

	async remove({ id }: Assistant): Promise<boolean> {
		return this.#attempt(() => this.#repositories.assistants.remove(id));
	}

	async restore(assistant: Assistant): Promise<boolean> {
		return this.#attempt(() => this.#repositories.assistants.restore(assistant));
	}

	/** A new prompt, or another wording of one. Resolves to whether it is saved. */
	async savePrompt(draft: PromptDraft, prompt?: Prompt): Promise<boolean> {
		const { prompts } = this.#repositories;
		return this.#attempt(async () => {
			await (prompt ? prompts.save({ ...prompt, ...draft }) : prompts.create(draft));
		});
	}

	async removePrompt({ id }: Prompt): Promise<boolean> {
		return this.#attempt(() => this.#repositories.prompts.remove(id));
	}

	async restorePrompt(prompt: Prompt): Promise<boolean> {
		return this.#attempt(() => this.#repositories.prompts.restore(prompt));
	}

	/** Everything as one file. */
	write(): Blob {
		return writeAssistantFile({ assistants: [...this.#items], prompts: [...this.#prompts] });
	}

	/** Adds what a file holds and returns it; undefined, with nothing added, if it cannot be taken. */
	async open(file: File): Promise<AssistantFile | undefined> {
		let content: AssistantFile | undefined;
		const isTaken = await this.#attempt(async () => {
			content = await readAssistantFile(file);
			await this.#repositories.assistants.createAll(content.assistants);
			await this.#repositories.prompts.createAll(content.prompts);
		});
		return isTaken ? content : undefined;
	}

	async #attempt(work: () => Promise<void>): Promise<boolean> {
		this.#error = undefined;
		try {
			await work();
			const [assistants, prompts] = await Promise.all([
				this.#repositories.assistants.list(),
				this.#repositories.prompts.list(),
			]);
			this.#items = assistants.items;
			this.#prompts = prompts.items;
			this.#unreadable = assistants.unreadable + prompts.unreadable;
			this.#isRead = true;
			return true;
		} catch (error) {
			this.#error = toAppError(error);
			return false;
		}
	}
}
