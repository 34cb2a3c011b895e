import type { PackFile } from '../../packs/manifest.ts';
import type { VerifiedFiles } from '../verified-files.ts';

/** The one model that a worker knows, by the name that transformers.js asks for. */
export const MODEL_ID = 'pack';

/** An origin that can never exist (RFC 6761): what is not in the pack is nowhere. */
export const PACKS_URL = 'https://quern.invalid/';

/** All that transformers.js ever does with a cached response. */
type StoredFile = Pick<Response, 'arrayBuffer' | 'headers' | 'status'>;

/**
 * The Cache that transformers.js reads (`env.customCache`: it calls these two methods and no others), over
 * the pack's verified files. Nothing is copied: a file's bytes are handed over as they were read.
 */
export class PackCache {
	readonly #files: ReadonlyMap<string, PackFile>;
	readonly #verified: VerifiedFiles;
	readonly #onread: (bytes: number) => void;

	/** `onread` is told the length of each file that was handed over. */
	constructor(
		files: readonly PackFile[],
		verified: VerifiedFiles,
		onread: (bytes: number) => void,
	) {
		this.#onread = onread;
		this.#files = new Map(files.map((file) => [`${PACKS_URL}${MODEL_ID}/${file.path}`, file]));
		this.#verified = verified;
	}

	async match(url: string): Promise<Response | undefined> {
		const file = this.#files.get(url);
		if (!file) return undefined;
		const stored: StoredFile = {
			status: 200,
			headers: new Headers({ 'content-length': String(file.bytes) }),
			arrayBuffer: async () => {
				const bytes = await this.#verified.read(file);
				this.#onread(file.bytes);
				return bytes;
			},
		};
		return stored as Response;
	}

	/** What is there is there already, and nothing else arrives. */
	async put(url: string): Promise<void> {
		throw new Error(`${url} is not to be kept`);
	}
}
