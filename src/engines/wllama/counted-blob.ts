/** A Blob that tells how far it has been read: wllama reads a model by slices and reports nothing. */
export class CountedBlob extends Blob {
	readonly #onRead: (end: number) => void;

	constructor(blob: Blob, onRead: (end: number) => void) {
		super([blob]);
		this.#onRead = onRead;
	}

	override slice(start = 0, end = this.size, type?: string): Blob {
		this.#onRead(end);
		return super.slice(start, end, type);
	}
}
