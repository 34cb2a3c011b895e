import type { Chapter } from './chapters.ts';
import { Format } from './format.ts';
import { directionOf, loadChapters, regionalTag, type Direction } from './languages.ts';
import type { Messages } from './locales/en.ts';

/**
 * The language of the page: its messages, its formats and its direction, switchable at any time. It has no messages
 * until `use` has resolved, and those of a further chapter once `need` has.
 */
export class Locale {
	#tag = $state.raw('en');
	#messages = $state.raw() as Messages;
	#wanted = 'en';
	#chapters: readonly Chapter[] = ['first'];
	readonly #format = $derived(new Format(regionalTag(this.#tag, navigator.languages)));
	readonly #direction = $derived(directionOf(this.#tag));

	get tag(): string {
		return this.#tag;
	}

	get messages(): Messages {
		return this.#messages;
	}

	/** As the person's region writes it, where the browser names one: 1 March in en-GB, March 1 in en-US. */
	get format(): Format {
		return this.#format;
	}

	get direction(): Direction {
		return this.#direction;
	}

	/**
	 * Loads a language and turns the page to it. The last call wins, whatever arrives first.
	 * Throws what the import throws; the language in use then stays.
	 */
	async use(tag: string): Promise<void> {
		this.#wanted = tag;
		const messages = await this.#load(tag);
		if (this.#wanted !== tag) return;
		this.#tag = tag;
		this.#messages = messages;
		document.documentElement.lang = tag;
		document.documentElement.dir = this.direction;
	}

	/** Loads further chapters, in this language and any later one. Throws what the import throws. */
	async need(chapters: readonly Chapter[]): Promise<void> {
		const missing = chapters.filter((chapter) => !this.#chapters.includes(chapter));
		if (missing.length === 0) return;
		let tag: string;
		let parts: Partial<Messages>;
		do {
			tag = this.#tag;
			parts = await loadChapters(tag, missing);
		} while (tag !== this.#tag);
		this.#chapters = [...this.#chapters, ...missing];
		this.#messages = { ...this.#messages, ...parts };
	}

	/** The chapters in use, those that came to be needed meanwhile included. */
	async #load(tag: string): Promise<Messages> {
		for (;;) {
			const needed = this.#chapters;
			const messages = await loadChapters(tag, needed);
			if (needed === this.#chapters) return messages as Messages;
		}
	}
}

/** The one locale of the page. */
export const locale = new Locale();
