/** A Blob that tells how far it has been read, from 0 to 1: wllama reads by slices and reports nothing. */
export class CountedBlob extends Blob {
	readonly #report: (fraction: number) => void;
	#end = 0;

	constructor(blob: Blob, report: (fraction: number) => void) {
		super([blob]);
		this.#report = report;
	}

	override slice(start = 0, end = this.size, type?: string): Blob {
		this.#end = Math.max(this.#end, Math.min(end, this.size));
		this.#report(this.#end / this.size);
		return super.slice(start, end, type);
	}
}
