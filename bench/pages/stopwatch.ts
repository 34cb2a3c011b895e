/** Times a streamed answer. Make it when the request is sent. */
export class Stopwatch {
	readonly #start = performance.now();
	#firstTokenMs: number | undefined;
	#text = '';

	/** A token has come, whether or not its text is shown yet. */
	token(): void {
		this.#firstTokenMs ??= performance.now() - this.#start;
	}

	/** Text has come; an empty piece is none. */
	text(piece: string): void {
		if (piece !== '') this.token();
		this.#text += piece;
	}

	stop(): { text: string; firstTokenMs: number; totalMs: number } {
		const totalMs = performance.now() - this.#start;
		return { text: this.#text, firstTokenMs: this.#firstTokenMs ?? totalMs, totalMs };
	}
}
