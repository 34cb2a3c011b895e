import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { gateFetch } from '../../lib/gate-fetch.ts';
import { createSha256 } from '../../lib/sha256.ts';
import { throughGate } from '../../lib/through-gate.ts';
import { fromFirstHost } from './first-host.ts';
import { gitBlobSha1 } from './git-blob.ts';
import { commitAddress, fileAddress, treeAddress, type HubPlace } from './hub-address.ts';
import {
	badListing,
	MOST_ENTRIES,
	nextCursor,
	parseCommit,
	parseTree,
	type ListedFile,
} from './hub-listing.ts';
import { baseAddressesOf, type PackHosts } from './pack-hosts.ts';
import { readAnswer, type Answer, type Ask } from './read-answer.ts';

const MIB = 1024 * 1024;
const COMMIT = /^[0-9a-f]{40}$/;
/** A page of 1,000 files takes about 300 kB; what tells the commit lists the files once more. */
const LARGEST_ANSWER = 8 * MIB;
/** Hubs keep files above 10 MB outside git and tell their SHA-256; below it a file is read whole. */
const LARGEST_SMALL_FILE = 32 * MIB;
/** Those that WebLLM's own models name take 3 to 8 MB. */
const LARGEST_LIBRARY = 64 * MIB;

/** How long is waited for a hub, and how often it is asked again. */
export interface HubPolicy {
	readonly stallTime: number;
	readonly attempts: number;
	readonly firstPause: number;
}

export const defaultHubPolicy: HubPolicy = { stallTime: 30_000, attempts: 3, firstPause: 500 };

/** A small file as it came, whole and checked. */
export interface FetchedFile {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly sha256: string;
}

/** The list of a commit's files, and the host that gave it. */
export interface Listing {
	readonly files: readonly ListedFile[];
	/** Base address. */
	readonly from: string;
}

/**
 * Asks a model hub, and its mirrors where it gives no answer, what a repository holds. What comes is taken for hostile:
 * its shape, its length and its number of pages are bounded. Methods throw `offline` with the reasons of
 * `downloadFile`, and `corrupt` (`listing`: no list of files; `digest`), with `data.host`.
 */
export class HubClient {
	readonly #hosts: PackHosts;
	readonly #ask: Ask;
	readonly #policy: HubPolicy;

	constructor(hosts: PackHosts, ask: Ask, policy = defaultHubPolicy) {
		this.#hosts = hosts;
		this.#ask = ask;
		this.#policy = policy;
	}

	/** The commit that a branch or a tag stands for. A commit stands for itself. */
	async commit(repository: string, revision: string, o: CallOptions = {}): Promise<string> {
		if (COMMIT.test(revision)) return revision;
		const name = `${repository}@${revision}`;
		return this.#fromHosts(baseAddressesOf(this.#hosts), o, async (base) => {
			const address = commitAddress(base, repository, revision);
			return parseCommit(json(await this.#read(address, name, LARGEST_ANSWER, o)));
		});
	}

	/** All files of the repository at a commit. */
	async list(place: HubPlace, o: CallOptions = {}): Promise<Listing> {
		return this.#fromHosts(baseAddressesOf(this.#hosts), o, async (from) => {
			const files = await this.#allPages(from, place, o);
			return { files, from };
		});
	}

	/** A file that is listed with its git digest only: it is read whole, so that its SHA-256 is known. */
	async smallFile(place: HubPlace, file: ListedFile, o: CallOptions = {}): Promise<FetchedFile> {
		if (!('gitSha1' in file.digest)) throw badListing(`${file.path} is not small`);
		if (file.bytes > LARGEST_SMALL_FILE) throw badListing(`${file.path} has no SHA-256`);
		const { gitSha1 } = file.digest;
		return this.#fromHosts(baseAddressesOf(this.#hosts), o, async (base) => {
			const address = fileAddress(base, place, file.path);
			const { bytes } = await this.#read(address, file.path, file.bytes, o);
			if (bytes.length === file.bytes && (await gitBlobSha1(bytes)) === gitSha1) {
				return fetched(bytes);
			}
			throw new AppError('corrupt', `${file.path}: not what the hub lists`, {
				data: { reason: 'digest', file: file.path },
			});
		});
	}

	/** A compiled library at an address of its own. Nobody told its digest: it must be known or trusted to run. */
	async library(url: string, o: CallOptions = {}): Promise<FetchedFile> {
		const name = url.slice(url.lastIndexOf('/') + 1);
		return this.#fromHosts([url], o, async () => {
			const { bytes } = await this.#read(new URL(url), name, LARGEST_LIBRARY, o);
			return fetched(bytes);
		});
	}

	async #allPages(base: string, place: HubPlace, o: CallOptions): Promise<ListedFile[]> {
		const files: ListedFile[] = [];
		const seen = new Set<string>();
		for (let cursor: string | undefined; ;) {
			const address = treeAddress(base, place, cursor);
			const answer = await this.#read(address, place.repository, LARGEST_ANSWER, o);
			files.push(...parseTree(json(answer)));
			if (files.length > MOST_ENTRIES) throw badListing('too many files');
			cursor = nextCursor(answer.headers.get('Link'));
			if (cursor === undefined) return files;
			// Without end otherwise: a page may be empty, or point at itself.
			if (seen.has(cursor) || seen.size >= MOST_PAGES) throw badListing('too many pages');
			seen.add(cursor);
		}
	}

	#read(address: URL, name: string, limit: number, o: CallOptions): Promise<Answer> {
		const { stallTime } = this.#policy;
		return readAnswer(this.#ask, address, { ...o, name, limit, stallTime });
	}

	#fromHosts<T>(
		bases: readonly string[],
		o: CallOptions,
		attempt: (base: string) => Promise<T>,
	): Promise<T> {
		return fromFirstHost(bases, attempt, { ...o, ...this.#policy });
	}
}

const MOST_PAGES = 20;

/** Asks through the gate, which lets a request out for which there is a permit. `baseUrl` is the app's folder. */
export function askThroughGate(baseUrl: string): Ask {
	return (url, signal) =>
		gateFetch(throughGate(url, baseUrl), { cache: 'no-store', redirect: 'manual', signal });
}

function json({ bytes }: Answer): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (cause) {
		throw badListing(String(cause));
	}
}

async function fetched(bytes: Uint8Array<ArrayBuffer>): Promise<FetchedFile> {
	const hash = await createSha256();
	hash.update(bytes);
	return { bytes, sha256: hash.digest() };
}
