import { lengthOfFinishedSentences } from './finished-sentences.ts';

/** What a screen reader is told of an answer that is being written: whole sentences, each once. */
export class Announcer {
	#spoken = $state.raw<readonly string[]>([]);
	#messageId: string | undefined;
	#length = 0;

	/** Of the present answer, in order. */
	get spoken(): readonly string[] {
		return this.#spoken;
	}

	/** `text` is the answer so far; when `isOver`, its last words are said too. */
	follow(messageId: string, text: string, isOver: boolean): void {
		const isAnother = messageId !== this.#messageId;
		if (isAnother || text.length < this.#length) {
			// What was finished before it was first seen is history, not news.
			this.#length = isAnother && isOver ? text.length : 0;
			this.#messageId = messageId;
			this.#spoken = [];
		}
		const rest = text.slice(this.#length);
		const length = isOver ? rest.length : lengthOfFinishedSentences(rest);
		const sentence = rest.slice(0, length).trim();
		this.#length += length;
		if (sentence) this.#spoken = [...this.#spoken, sentence];
	}
}
