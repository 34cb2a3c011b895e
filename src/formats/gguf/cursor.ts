import { AppError } from '../../lib/errors.ts';

/** Thrown by `Cursor` when the value lies beyond the bytes read so far, but inside the file. */
export class BeyondWindow extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads little-endian values one after another from the first bytes of a file of `fileSize` bytes.
 * Throws `corrupt` for a value that the file is too short for or that is not what it says.
 */
export class Cursor {
	offset = 0;
	readonly #window: Uint8Array<ArrayBuffer>;
	readonly #view: DataView<ArrayBuffer>;
	readonly #fileSize: number;

	constructor(window: Uint8Array<ArrayBuffer>, fileSize: number) {
		this.#window = window;
		this.#view = new DataView(window.buffer, window.byteOffset, window.byteLength);
		this.#fileSize = fileSize;
	}

	/** Throws unless `length` more bytes are there: checked before anything of that size is made. */
	need(length: number): void {
		const end = this.offset + length;
		if (end > this.#fileSize) {
			throw new AppError('corrupt', `gguf: ${length} bytes at ${this.offset} are past the end`);
		}
		if (end > this.#window.length) throw new BeyondWindow();
	}

	u8(): number {
		return this.#view.getUint8(this.#advance(1));
	}

	i8(): number {
		return this.#view.getInt8(this.#advance(1));
	}

	u16(): number {
		return this.#view.getUint16(this.#advance(2), true);
	}

	i16(): number {
		return this.#view.getInt16(this.#advance(2), true);
	}

	u32(): number {
		return this.#view.getUint32(this.#advance(4), true);
	}

	i32(): number {
		return this.#view.getInt32(this.#advance(4), true);
	}

	f32(): number {
		return this.#view.getFloat32(this.#advance(4), true);
	}

	f64(): number {
		return this.#view.getFloat64(this.#advance(8), true);
	}

	u64(): bigint {
		return this.#view.getBigUint64(this.#advance(8), true);
	}

	i64(): bigint {
		return this.#view.getBigInt64(this.#advance(8), true);
	}

	/** One byte that must be 0 or 1. */
	bool(): boolean {
		const value = this.u8();
		if (value > 1) throw new AppError('corrupt', `gguf: boolean ${value} at ${this.offset - 1}`);
		return value === 1;
	}

	/** A u64 that must not exceed `max`; `what` names it in the error. */
	count(max: number, what: string): number {
		const value = this.u64();
		if (value > BigInt(max))
			throw new AppError('corrupt', `gguf: ${what} is ${value}, over ${max}`);
		return Number(value);
	}

	/** A string of at most `maxBytes` bytes of valid UTF-8 after its u64 length. */
	string(maxBytes: number, what: string): string {
		const length = this.count(maxBytes, `length of ${what}`);
		const start = this.#advance(length);
		try {
			return utf8.decode(this.#window.subarray(start, start + length));
		} catch (cause) {
			throw new AppError('corrupt', `gguf: ${what} at ${start} is not UTF-8`, { cause });
		}
	}

	#advance(length: number): number {
		this.need(length);
		const start = this.offset;
		this.offset += length;
		return start;
	}
}
