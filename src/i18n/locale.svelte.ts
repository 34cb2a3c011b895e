import { Format } from './format.ts';
import { directionOf, loaders, type Direction } from './languages.ts';
import en, { type Messages } from './locales/en.ts';
import { PSEUDO_TAG } from './pseudo-tag.ts';

/** The language of the page: its messages, its formats and its direction, switchable at any time. */
export class Locale {
	#tag = $state.raw('en');
	#messages = $state.raw<Messages>(en);
	#wanted = 'en';
	readonly #format = $derived(new Format(this.#tag));
	readonly #direction = $derived(directionOf(this.#tag));

	get tag(): string {
		return this.#tag;
	}

	get messages(): Messages {
		return this.#messages;
	}

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
		const messages = await messagesOf(tag);
		if (this.#wanted !== tag) return;
		this.#tag = tag;
		this.#messages = messages;
		document.documentElement.lang = tag;
		document.documentElement.dir = this.direction;
	}
}

/** The messages of one language; English for a language that the app does not speak. */
export async function messagesOf(tag: string): Promise<Messages> {
	if (tag === PSEUDO_TAG) return (await import('./pseudo.ts')).default;
	return (await loaders.get(tag)?.()) ?? en;
}

/** The one locale of the page. */
export const locale = new Locale();
