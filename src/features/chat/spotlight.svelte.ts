/** Milliseconds for which a message that was jumped to stays marked. */
const DURATION = 4000;

/** The message that was jumped to, for a moment. */
export class Spotlight {
	#messageId = $state.raw<string>();
	#end: ReturnType<typeof setTimeout> | undefined;

	get messageId(): string | undefined {
		return this.#messageId;
	}

	show(messageId: string): void {
		clearTimeout(this.#end);
		this.#messageId = messageId;
		this.#end = setTimeout(() => (this.#messageId = undefined), DURATION);
	}
}
