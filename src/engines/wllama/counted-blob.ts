/**
 * A Blob that tells how far it has been read, from 0 to 1, for wllama reports nothing. It reads by slices;
 * where wasm cannot wait for them (64-bit memory without JSPI), the whole as a stream into its memory.
 */
export class CountedBlob extends Blob {
	readonly #report: (fraction: number) => void;
	#end = 0;

	constructor(blob: Blob, report: (fraction: number) => void) {
		super([blob]);
		this.#report = report;
	}

	override slice(start = 0, end = this.size, type?: string): Blob {
		this.#readTo(Math.min(end, this.size));
		return super.slice(start, end, type);
	}

	override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
		let read = 0;
		const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
			transform: (chunk, controller) => {
				this.#readTo((read += chunk.length));
				controller.enqueue(chunk);
			},
		});
		return super.stream().pipeThrough(counter);
	}

	#readTo(position: number): void {
		this.#end = Math.max(this.#end, position);
		this.#report(this.#end / this.size);
	}
}
