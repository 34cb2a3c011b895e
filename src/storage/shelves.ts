import type { CallOptions } from '../lib/call-options.ts';
import { AppError, toAppError } from '../lib/errors.ts';
import { createSha256, hashBlob } from '../lib/sha256.ts';
import { withLock } from '../lib/web-lock.ts';
import type { ShardStore } from './shard-store.ts';

/** The places where pack files can live. */
export type ShelfId = 'indexed-db' | 'opfs';

/** Bytes that a move holds in memory. */
const PIECE = 4 * 1024 * 1024;

/**
 * One shard store over several. A file is read from where it is; a new one is written where `preferred`
 * says, a partial one where it was begun. A file on two shelves, as a cut-off move leaves it, counts once.
 */
export class Shelves implements ShardStore {
	readonly #shelves: Readonly<Record<ShelfId, ShardStore>>;
	readonly #all: readonly ShardStore[];
	/** Where new files go. */
	readonly preferred: () => Promise<ShelfId>;
	/** Where this one last wrote, and how far the file was then: to look for that again takes five transactions. */
	#last: { digest: string; shelf: ShardStore; end: number } | undefined;

	/** `preferred` is asked when a file is begun. */
	constructor(
		shelves: Readonly<Record<ShelfId, ShardStore>>,
		preferred: () => Promise<ShelfId> = async () => 'indexed-db',
	) {
		this.#shelves = shelves;
		this.#all = [shelves.opfs, shelves['indexed-db']];
		this.preferred = preferred;
	}

	async has(digest: string): Promise<boolean> {
		const found = await Promise.all(this.#all.map((shelf) => shelf.has(digest)));
		return found.includes(true);
	}

	/** The shelf that a sealed file is read from. */
	async shelfOf(digest: string): Promise<ShelfId | undefined> {
		if (await this.#shelves.opfs.has(digest)) return 'opfs';
		return (await this.#shelves['indexed-db'].has(digest)) ? 'indexed-db' : undefined;
	}

	read(digest: string): Promise<Blob | undefined> {
		return this.#readFirst((shelf) => shelf.read(digest));
	}

	readBytes(digest: string): Promise<ArrayBuffer | undefined> {
		return this.#readFirst(async (shelf) =>
			shelf.readBytes ? shelf.readBytes(digest) : (await shelf.read(digest))?.arrayBuffer(),
		);
	}

	async list(): Promise<{ digest: string; bytes: number }[]> {
		const files = (await Promise.all(this.#all.map((shelf) => shelf.list()))).flat();
		return [...new Map(files.map((file) => [file.digest, file])).values()];
	}

	async written(digest: string): Promise<number> {
		if (await this.has(digest)) return 0;
		return Math.max(...(await this.#writtenOnEach(digest)));
	}

	async partial(digest: string): Promise<Blob> {
		return (await this.#writingShelf(digest)).partial(digest);
	}

	async write(
		digest: string,
		offset: number,
		chunk: Uint8Array<ArrayBuffer>,
		o?: CallOptions,
	): Promise<void> {
		const last = this.#last;
		this.#last = undefined;
		const goesOn = offset > 0 && last?.digest === digest && last.end === offset;
		if (!goesOn && (await this.has(digest))) throw new AppError('busy', `${digest} is sealed`);
		// The shelf itself refuses what does not go on where its file ends.
		const shelf = goesOn ? last.shelf : await this.#writingShelf(digest);
		await shelf.write(digest, offset, chunk, o);
		this.#last = { digest, shelf, end: offset + chunk.length };
	}

	async seal(digest: string, bytes: number): Promise<void> {
		await (await this.#writingShelf(digest)).seal(digest, bytes);
	}

	/** Waits for a move of the file to end. */
	async delete(digest: string): Promise<void> {
		await withLock(lockOf(digest), async () => {
			await Promise.all(this.#all.map((shelf) => shelf.delete(digest)));
		});
	}

	/**
	 * Brings a sealed file to another shelf: copies it, hashes what arrived, seals it there and only then deletes
	 * it here. Cut off anywhere, the file is whole on one shelf at least, and the next move ends the work. A
	 * file that is nowhere is left so. Throws `corrupt` where the copy does not match, and keeps the file.
	 */
	async move(digest: string, to: ShelfId, o: CallOptions = {}): Promise<void> {
		const target = this.#shelves[to];
		const source = this.#shelves[to === 'opfs' ? 'indexed-db' : 'opfs'];
		await withLock(lockOf(digest), async () => {
			if (!(await isWhole(digest, target, o))) {
				const blob = await source.read(digest);
				if (!blob) return;
				await target.delete(digest);
				await copy(digest, blob, target, o);
				await target.seal(digest, blob.size);
			}
			await source.delete(digest);
		});
	}

	/** What the first shelf gives that has the file whole. One broken copy does not hide another. */
	async #readFirst<T>(read: (shelf: ShardStore) => Promise<T | undefined>): Promise<T | undefined> {
		let failure: unknown;
		for (const shelf of this.#all) {
			try {
				const found = await read(shelf);
				if (found !== undefined) return found;
			} catch (error) {
				failure ??= error;
			}
		}
		if (failure) throw failure;
		return undefined;
	}

	#writtenOnEach(digest: string): Promise<number[]> {
		return Promise.all(this.#all.map((shelf) => shelf.written(digest)));
	}

	/** Where most of the file is already, or where a new one goes. */
	async #writingShelf(digest: string): Promise<ShardStore> {
		const written = await this.#writtenOnEach(digest);
		const most = Math.max(...written);
		return most > 0 ? this.#all[written.indexOf(most)]! : this.#shelves[await this.preferred()];
	}
}

async function copy(digest: string, from: Blob, to: ShardStore, o: CallOptions): Promise<void> {
	for (let offset = 0; offset < from.size; offset += PIECE) {
		const piece = new Uint8Array(await from.slice(offset, offset + PIECE).arrayBuffer());
		await to.write(digest, offset, piece, o);
	}
	if ((await digestOf(await to.partial(digest), o)) === digest) return;
	await to.delete(digest);
	throw new AppError('corrupt', `${digest} was not copied whole`, { data: { reason: 'digest' } });
}

/** Whether an earlier move got as far as to seal the file, and it is as it should be. */
async function isWhole(digest: string, shelf: ShardStore, o: CallOptions): Promise<boolean> {
	try {
		const file = await shelf.read(digest);
		return file !== undefined && (await digestOf(file, o)) === digest;
	} catch (error) {
		if (toAppError(error).code === 'corrupt') return false;
		throw error;
	}
}

async function digestOf(file: Blob, o: CallOptions): Promise<string> {
	const hash = await createSha256();
	const steps = hashBlob(hash, file, o);
	while (!(await steps.next()).done);
	return hash.digest();
}

function lockOf(digest: string): string {
	return `quern:shelf:${digest}`;
}
