import { SourceDisagrees } from './transfer-failure.ts';

/** Bytes that are asked for a second time: files that differ do so within them, or their digest tells. */
export const OVERLAP = 16 * 1024;

/**
 * Bytes that are here already and come once more at the beginning of an answer, so that it shows whether what follows
 * them belongs to the same file.
 */
export class Overlap {
	readonly #known: Uint8Array;
	#seen = 0;

	constructor(known: Uint8Array) {
		this.#known = known;
	}

	get bytes(): number {
		return this.#known.length;
	}

	/** All of them came again. */
	get isPassed(): boolean {
		return this.#seen === this.#known.length;
	}

	/** Takes the next bytes of the answer and returns those that are new. Throws SourceDisagrees. */
	strip(piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
		const length = Math.min(piece.length, this.#known.length - this.#seen);
		for (let i = 0; i < length; i++) {
			if (piece[i] !== this.#known[this.#seen + i]) throw new SourceDisagrees();
		}
		this.#seen += length;
		return piece.subarray(length);
	}
}
