import { AppError } from '../../lib/errors.ts';
import type { ByteSource } from './byte-source.ts';
import { BeyondWindow, Cursor } from './cursor.ts';
import { parseHeader, type Header } from './header.ts';
import type { Metadata } from './metadata.ts';
import type { TensorInfo } from './tensor-info.ts';

const FIRST_WINDOW = 1 << 20;
const WINDOW_GROWTH = 2;
/** The largest vocabularies make headers of some 15 MB; a parsed one takes up to eight times that. */
const MAX_HEADER_BYTES = 1 << 25;

/**
 * A GGUF file, versions 2 and 3, little-endian: metadata and the places of its tensors, whose data
 * is read on demand. Format: docs/gguf.md in the ggml repository.
 */
export class Gguf {
	readonly metadata: Metadata;
	readonly tensors: ReadonlyMap<string, TensorInfo>;
	readonly #source: ByteSource;

	constructor(source: ByteSource, header: Header) {
		this.#source = source;
		this.metadata = header.metadata;
		this.tensors = header.tensors;
	}

	/** The tensor's place and type. Throws `invalid-input` if the file has none of this name. */
	tensor(name: string): TensorInfo {
		const tensor = this.tensors.get(name);
		if (!tensor) throw new AppError('invalid-input', `gguf: no tensor ${name}`, { data: { name } });
		return tensor;
	}

	/** The stored bytes of `count` rows from row `first`; starts on a 4-byte boundary. */
	async rows(tensor: TensorInfo, first: number, count: number): Promise<Uint8Array<ArrayBuffer>> {
		const offset = tensor.offset + first * tensor.rowBytes;
		const bytes = await this.#source.read(offset, count * tensor.rowBytes);
		return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
	}
}

/**
 * Opens a GGUF file by reading its header alone. Throws `invalid-input` if it is no GGUF file,
 * `unsupported` for versions or tensor types not known here, `corrupt` if it contradicts itself.
 */
export async function openGguf(source: ByteSource): Promise<Gguf> {
	// Parsing is synchronous, over a window at the start of the file that grows until all fits.
	let window = await source.read(0, Math.min(FIRST_WINDOW, source.size));
	for (;;) {
		try {
			return new Gguf(source, parseHeader(new Cursor(window, source.size), source.size));
		} catch (error) {
			if (!(error instanceof BeyondWindow)) throw error;
		}
		window = await grow(source, window);
	}
}

async function grow(
	source: ByteSource,
	window: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
	if (window.length >= MAX_HEADER_BYTES) {
		throw new AppError('invalid-input', `gguf: header over ${MAX_HEADER_BYTES} bytes`);
	}
	const grown = new Uint8Array(Math.min(window.length * WINDOW_GROWTH, source.size));
	grown.set(window);
	grown.set(await source.read(window.length, grown.length - window.length), window.length);
	return grown;
}
