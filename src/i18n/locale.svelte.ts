import { Format } from './format.ts';
import { directionOf, loadMessages, regionalTag, type Direction } from './languages.ts';
import en, { type Messages } from './locales/en.ts';

/** The language of the page: its messages, its formats and its direction, switchable at any time. */
export class Locale {
	#tag = $state.raw('en');
	#messages = $state.raw<Messages>(en);
	#wanted = 'en';
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
		const messages = await loadMessages(tag);
		if (this.#wanted !== tag) return;
		this.#tag = tag;
		this.#messages = messages;
		document.documentElement.lang = tag;
		document.documentElement.dir = this.direction;
	}
}

/** The one locale of the page. */
export const locale = new Locale();
