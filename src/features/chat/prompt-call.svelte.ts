import type { PromptRepository } from '../../storage/prompt-repository.ts';
import type { PromptDraft } from '../../storage/records/prompt.ts';
import { loadReadyPrompts } from './ready-prompts/ready-prompts.ts';

/** A prompt that can be called; the person's own come first. */
export interface CallablePrompt extends PromptDraft {
	readonly isOwn: boolean;
}

/** Which prompts the person may mean who has typed `/` and maybe the beginning of a name. */
export class PromptCall {
	readonly #repository: PromptRepository;
	#prompts = $state.raw<readonly CallablePrompt[]>([]);
	#query = $state.raw<string>();
	#active = $state.raw(0);
	/** The draft in which the list was closed: it stays closed until that changes. */
	#dismissed: string | undefined;

	constructor(repository: PromptRepository) {
		this.#repository = repository;
	}

	/** Those that are offered; empty while none is called. */
	get offered(): readonly CallablePrompt[] {
		const query = this.#query;
		if (query === undefined) return [];
		const names = this.#prompts.filter(({ name }) => fold(name).includes(query));
		const isFirst = ({ name }: CallablePrompt) => fold(name).startsWith(query);
		return [...names.filter(isFirst), ...names.filter((prompt) => !isFirst(prompt))];
	}

	/** Index of the one that Enter takes. */
	get active(): number {
		return Math.min(this.#active, Math.max(0, this.offered.length - 1));
	}

	/** Follows what is typed: a draft that begins with `/` calls. */
	async follow(draft: string, language: string): Promise<void> {
		const query = /^\/([^\n/]{0,80})$/.exec(draft)?.[1];
		if (query === undefined) this.#dismissed = undefined;
		if (query === undefined || draft === this.#dismissed) {
			this.#query = undefined;
			return;
		}
		if (this.#query === undefined) await this.#load(language);
		this.#query = fold(query);
		this.#active = 0;
	}

	move(step: 1 | -1): void {
		const { length } = this.offered;
		if (length > 0) this.#active = (this.active + step + length) % length;
	}

	/** Closes the list; what was typed stays. */
	dismiss(draft: string): void {
		this.#dismissed = draft;
		this.#query = undefined;
	}

	/** The person's own anew each time: they may have been changed. What cannot be read is left out. */
	async #load(language: string): Promise<void> {
		const own = this.#repository.list().catch(() => ({ items: [] }));
		const ready = loadReadyPrompts(language).catch(() => []);
		this.#prompts = [
			...(await own).items.map(({ name, text }) => ({ name, text, isOwn: true })),
			...(await ready).map((draft) => ({ ...draft, isOwn: false })),
		];
	}
}

/** Without case and marks, so that a name is found however it is typed. */
function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
