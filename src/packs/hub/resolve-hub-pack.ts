import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { Permits } from '../../storage/permits.ts';
import { isFilePath, parseManifest, type FileSet, type PackManifest } from '../manifest.ts';
import { isRepositoryName, type HubPlace } from './hub-address.ts';
import type { FetchedFile, HubClient, Listing } from './hub-client.ts';
import { badListing, type ListedFile } from './hub-listing.ts';

/** What a catalogue knows of a pack whose files are on a model hub, and no hub can tell. */
export interface HubPackWish {
	/** `owner/name`. */
	readonly repository: string;
	/** A branch, a tag or, so that it stays the same, a commit: 40 hex digits. */
	readonly revision: string;
	readonly about: Pick<
		PackManifest,
		| 'id'
		| 'name'
		| 'tasks'
		| 'languages'
		| 'license'
		| 'parameters'
		| 'quantization'
		| 'contextWindow'
	>;
	readonly fileSets: readonly WantedFileSet[];
}

/** Which files of a repository an engine reads. */
export interface WantedFileSet {
	readonly engine: FileSet['engine'];
	readonly memoryBytes: number;
	readonly requires?: FileSet['requires'];
	/** Whether a file of the repository is one of them, by its path. */
	readonly takes: (path: string) => boolean;
	/** Paths without which the engine cannot run. */
	readonly needs: readonly string[];
	/** A compiled library at an address outside the repository, and its path in the pack. */
	readonly library?: { readonly url: string; readonly path: string } | undefined;
}

export interface ResolvedHubPack {
	readonly manifest: PackManifest;
	/** Files that were read whole to learn their digests: they need not be fetched again. Key: SHA-256. */
	readonly known: ReadonlyMap<string, Blob>;
	/** Base address of the host that gave the list. */
	readonly listedBy: string;
}

/** Bytes of all small files together that are read for their digests. */
const MOST_SMALL_BYTES = 96 * 1024 * 1024;

/**
 * Makes a complete manifest, with every file's length and SHA-256 at a pinned commit, out of what a catalogue knows and
 * a hub lists. Only for a person who asked for it: it grants itself a permit to ask the hub. Throws as
 * HubClient does, `offline` (`missing`) where a needed file is not listed, and `invalid-input`.
 */
export async function resolveHubPack(
	wish: HubPackWish,
	client: HubClient,
	permits: Permits,
	o: CallOptions = {},
): Promise<ResolvedHubPack> {
	const { repository } = wish;
	if (!isRepositoryName(repository)) throw new AppError('invalid-input', `no name: ${repository}`);
	const libraries = wish.fileSets.flatMap(({ library }) => library?.url ?? []);
	const revokes = [await permits.grant({ repository })];
	try {
		for (const library of libraries) revokes.push(await permits.grant({ repository, library }));
		const place = { repository, revision: await client.commit(repository, wish.revision, o) };
		const listing = await client.list(place, o);
		return await new Resolution(wish, place, listing, client, o).run();
	} finally {
		for (const revoke of revokes) await revoke();
	}
}

class Resolution {
	readonly #wish: HubPackWish;
	readonly #place: HubPlace;
	readonly #listing: Listing;
	readonly #client: HubClient;
	readonly #options: CallOptions;
	/** Several sets share small files. Key: path in the repository, or a library's address. */
	readonly #fetched = new Map<string, FetchedFile>();
	#fetchedBytes = 0;

	constructor(
		wish: HubPackWish,
		place: HubPlace,
		listing: Listing,
		client: HubClient,
		o: CallOptions,
	) {
		this.#wish = wish;
		this.#place = place;
		this.#listing = listing;
		this.#client = client;
		this.#options = o;
	}

	async run(): Promise<ResolvedHubPack> {
		const { about, fileSets } = this.#wish;
		const { repository, revision } = this.#place;
		const sets: FileSet[] = [];
		for (const set of fileSets) sets.push(await this.#fileSet(set));
		const manifest = parseManifest({
			schema: 1,
			...about,
			source: { name: repository, revision },
			hub: this.#place,
			fileSets: sets,
		});
		const known = [...this.#fetched.values()].map(
			({ sha256, bytes }) => [sha256, new Blob([bytes])] as const,
		);
		return { manifest, known: new Map(known), listedBy: this.#listing.from };
	}

	async #fileSet(set: WantedFileSet): Promise<FileSet> {
		const { engine, memoryBytes, requires, library } = set;
		const base = { engine, memoryBytes, ...(requires && { requires }) };
		const files: FileSet['files'] = [];
		for (const file of this.#wanted(set)) {
			const sha256 = await this.#sha256Of(file);
			files.push({ path: file.path, bytes: file.bytes, sha256 });
		}
		if (!library) return { ...base, files };
		const { url, path } = library;
		const { bytes, sha256 } = await this.#once(url, () => this.#client.library(url, this.#options));
		files.push({ path, url, bytes: bytes.length, sha256 });
		return { ...base, files, library: path };
	}

	#wanted({ takes, needs }: WantedFileSet): ListedFile[] {
		const wanted = this.#listing.files.filter(({ path }) => isFilePath(path) && takes(path));
		const paths = new Set(wanted.map(({ path }) => path));
		if (paths.size < wanted.length) throw badListing('a file is listed twice');
		const file = needs.find((path) => !paths.has(path));
		if (file === undefined) return wanted;
		const host = new URL(this.#listing.from).host;
		throw new AppError('offline', `${this.#place.repository} has no ${file}`, {
			data: { reason: 'missing', file, host },
		});
	}

	async #sha256Of(file: ListedFile): Promise<string> {
		if ('sha256' in file.digest) return file.digest.sha256;
		const { sha256 } = await this.#once(file.path, () =>
			this.#client.smallFile(this.#place, file, this.#options),
		);
		return sha256;
	}

	async #once(key: string, fetch: () => Promise<FetchedFile>): Promise<FetchedFile> {
		const before = this.#fetched.get(key);
		if (before) return before;
		const file = await fetch();
		this.#fetchedBytes += file.bytes.length;
		if (this.#fetchedBytes > MOST_SMALL_BYTES) throw badListing('too many small files');
		this.#fetched.set(key, file);
		return file;
	}
}
