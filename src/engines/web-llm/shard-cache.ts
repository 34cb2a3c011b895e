import { AppError } from '../../lib/errors.ts';
import type { PackFile } from '../../packs/manifest.ts';
import type { VerifiedFiles } from '../verified-files.ts';

/**
 * An origin that can never exist (RFC 6761), so that WebLLM asks its cache for everything: a library on
 * "localhost" or at a relative address it would fetch by itself.
 */
const ORIGIN = 'https://quern.invalid';

export const packUrl = (id: string): string => `${ORIGIN}/packs/${id}/`;
export const libraryUrl = (file: string): string => `${ORIGIN}/libraries/${file}`;

/** The list of a model's tensors, and what MLC called it before: repositories have either or both. */
const LIST = 'tensor-cache.json';
const FORMER_LIST = 'ndarray-cache.json';

/** All that WebLLM ever does with a cached response. */
type StoredFile = Pick<Response, 'arrayBuffer' | 'json'>;

/**
 * The Cache that WebLLM reads (its backend `cache` calls these four methods and no others), over the
 * pack's verified files and the verified library. Nothing is copied: a file's bytes are handed over as
 * they were read. Nothing is ever fetched: what is not there was not installed.
 */
export class ShardCache {
	readonly #entries: ReadonlyMap<string, () => Promise<ArrayBuffer>>;

	constructor(
		pack: { readonly id: string; readonly files: readonly PackFile[] },
		verified: VerifiedFiles,
		library: { readonly file: string; readonly bytes: Promise<ArrayBuffer> },
	) {
		// The address that WebLLM makes of a model's: it takes it for a repository on a model hub.
		const entry = (path: string, file: PackFile) =>
			[`${packUrl(pack.id)}resolve/main/${path}`, () => verified.read(file)] as const;
		this.#entries = new Map([
			// A list that is there under its present name comes later, and wins.
			...pack.files.filter(({ path }) => path === FORMER_LIST).map((file) => entry(LIST, file)),
			...pack.files.map((file) => entry(file.path, file)),
			[libraryUrl(library.file), () => library.bytes] as const,
		]);
	}

	async match(request: Request | string): Promise<StoredFile | undefined> {
		const read = this.#entries.get(urlOf(request));
		if (!read) return undefined;
		return {
			arrayBuffer: read,
			json: async () => JSON.parse(new TextDecoder().decode(await read())),
		};
	}

	async add(request: Request | string): Promise<never> {
		const file = new URL(urlOf(request)).pathname.split('/').at(-1)!;
		throw new AppError('corrupt', `${urlOf(request)} is not in the pack`, { data: { file } });
	}

	async keys(): Promise<{ url: string }[]> {
		return [...this.#entries.keys()].map((url) => ({ url }));
	}

	async delete(): Promise<boolean> {
		return false;
	}

	/** Takes the place of this worker's `caches`. Call it before WebLLM opens one. */
	install(): void {
		Object.defineProperty(globalThis, 'caches', {
			value: { open: async () => this },
			configurable: true,
		});
	}
}

function urlOf(request: Request | string): string {
	return typeof request === 'string' ? request : request.url;
}
