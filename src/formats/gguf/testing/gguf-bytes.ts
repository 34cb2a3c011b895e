import type { ByteSource } from '../byte-source.ts';

/** Appends little-endian values, well-formed or not: the tests' way to make GGUF files. */
export class GgufBytes {
	readonly #bytes: number[] = [];

	get length(): number {
		return this.#bytes.length;
	}

	raw(bytes: Iterable<number>): this {
		for (const byte of bytes) this.#bytes.push(byte);
		return this;
	}

	u32(value: number): this {
		return this.#number(4, (view) => view.setUint32(0, value, true));
	}

	u64(value: number | bigint): this {
		return this.#number(8, (view) => view.setBigUint64(0, BigInt(value), true));
	}

	f32(value: number): this {
		return this.#number(4, (view) => view.setFloat32(0, value, true));
	}

	string(text: string): this {
		const bytes = new TextEncoder().encode(text);
		return this.u64(bytes.length).raw(bytes);
	}

	pad(alignment: number): this {
		while (this.length % alignment) this.#bytes.push(0);
		return this;
	}

	toBytes(): Uint8Array<ArrayBuffer> {
		return Uint8Array.from(this.#bytes);
	}

	#number(length: number, write: (view: DataView) => void): this {
		const view = new DataView(new ArrayBuffer(length));
		write(view);
		return this.raw(new Uint8Array(view.buffer));
	}
}

/** A source over an array that notes the ranges it was asked for. */
export function arraySource(bytes: Uint8Array<ArrayBuffer>): ByteSource & { reads: number[][] } {
	const reads: number[][] = [];
	return {
		size: bytes.length,
		reads,
		async read(offset, length) {
			if (offset + length > bytes.length) throw new RangeError('outside');
			reads.push([offset, length]);
			return bytes.slice(offset, offset + length);
		},
	};
}
