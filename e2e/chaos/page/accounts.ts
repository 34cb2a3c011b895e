import { fileSetFor, type PackManifest } from '../../../src/packs/manifest.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { FaultServer } from '../../fixtures/fault-server.mjs';
import { shelvesOver } from './shelves-over.ts';

type Requests = FaultServer['requests'];

/** How much of each file was acknowledged when a tab ended or stopped. */
interface Mark {
	/** Requests made before it was looked how much is stored, and until after that. */
	readonly before: number;
	readonly after: number;
	/** Bytes stored, by the end of the file's path. */
	readonly stored: ReadonlyMap<string, number>;
}

/** Keeps account of what was stored and what was asked for, so that nothing acknowledged is fetched again. */
export class Accounts {
	readonly #chunkBytes: number;
	readonly #marks: Mark[] = [];

	constructor(chunkBytes: number) {
		this.#chunkBytes = chunkBytes;
	}

	/** Notes how much of a pack is stored now; `count` says how many requests there were so far. */
	async mark(
		manifest: PackManifest,
		database: Database,
		count: () => Promise<number>,
	): Promise<void> {
		const shards = shelvesOver(database, 'indexed-db');
		const before = await count();
		const stored = new Map<string, number>();
		for (const { path, sha256, bytes } of fileSetFor(manifest, 'wllama').files) {
			// Another tab may seal it meanwhile: then nothing of it is unsealed, and it is looked for too early.
			const written = await shards.written(sha256);
			stored.set(path, (await shards.has(sha256)) ? bytes : written);
		}
		this.#marks.push({ before, after: await count(), stored });
	}

	/** What was asked for again though it was stored, or was in flight beyond one chunk. */
	problems(requests: Requests): string[] {
		return this.#marks.flatMap(({ before, after, stored }) =>
			[...stored].flatMap(([path, bytes]) => {
				const of = (part: Requests) =>
					part.filter((each) => each.path.endsWith(path)).flatMap(({ range }) => rangeOf(range));
				const again = of(requests.slice(after)).filter(({ first }) => first < bytes);
				const ahead = of(requests.slice(0, before)).filter(
					({ end }) => end > bytes + this.#chunkBytes,
				);
				return [
					...again.map(({ first }) => `${path}: ${first} asked again, ${bytes} were stored`),
					...ahead.map(({ end }) => `${path}: up to ${end} in flight, ${bytes} were stored`),
				];
			}),
		);
	}
}

function rangeOf(range: string | undefined): { first: number; end: number }[] {
	const match = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
	return match ? [{ first: Number(match[1]), end: Number(match[2]) + 1 }] : [];
}
