import type { CallOptions } from '../lib/call-options.ts';
import { AppError, toAppError } from '../lib/errors.ts';
import type { Database } from './database.ts';
import { OpfsFolder } from './opfs-folder.ts';
import type { ShardStore } from './shard-store.ts';
import { withSyncAccess, type SyncAccess } from './sync-access.ts';

/**
 * Pack files in the origin-private file system, each named by its digest in one folder. A
 * record in the database, written last, makes a file visible; without it the file is a partial one.
 * Any page or worker can look and read; `write` and `seal` open the file synchronously, so they
 * throw `unsupported` outside dedicated workers, and `busy` while another has the file open.
 */
export class OpfsShardStore implements ShardStore {
	readonly #database: Database;
	readonly #folder: OpfsFolder;

	constructor(database: Database, folder: string) {
		this.#database = database;
		this.#folder = new OpfsFolder(folder);
	}

	async has(digest: string): Promise<boolean> {
		return (await this.#sealedBytes(digest)) !== undefined;
	}

	async read(digest: string): Promise<Blob | undefined> {
		const bytes = await this.#sealedBytes(digest);
		if (bytes === undefined) return undefined;
		const file = await this.#folder.read(digest);
		requireLength(digest, file?.size ?? 0, bytes);
		return file ?? new Blob();
	}

	/** Reads through a synchronous handle, and where that is not to be had, as `read` does. */
	async readBytes(digest: string): Promise<ArrayBuffer | undefined> {
		const bytes = await this.#sealedBytes(digest);
		if (bytes === undefined) return undefined;
		const file = await this.#folder.find(digest);
		try {
			if (file) {
				return await withSyncAccess(file, 'read-only', (access) => readAll(digest, access, bytes));
			}
		} catch (error) {
			const { code } = toAppError(error);
			if (code !== 'busy' && code !== 'unsupported') throw error;
		}
		return (await this.read(digest))?.arrayBuffer();
	}

	async list(): Promise<{ digest: string; bytes: number }[]> {
		return this.#database.transact(['sealedOpfsFiles'], 'readonly', async (transaction) => {
			const store = transaction.objectStore('sealedOpfsFiles');
			const [digests, lengths] = await Promise.all([store.getAllKeys(), store.getAll()]);
			return digests.map((digest, i) => ({ digest, bytes: lengths[i] ?? 0 }));
		});
	}

	async written(digest: string): Promise<number> {
		if (await this.has(digest)) return 0;
		try {
			return (await this.#folder.read(digest))?.size ?? 0;
		} catch (error) {
			// Something else has the file's name. A disk that fails is not an empty one.
			if (toAppError(error).code === 'corrupt') return 0;
			throw error;
		}
	}

	/** It reads from the file as it is now: a later write makes it unreadable. */
	async partial(digest: string): Promise<Blob> {
		return (await this.#folder.read(digest)) ?? new Blob();
	}

	async write(
		digest: string,
		offset: number,
		chunk: Uint8Array<ArrayBuffer>,
		o: CallOptions = {},
	): Promise<void> {
		if (o.signal?.aborted) throw new AppError('aborted', 'write not begun');
		const file = await this.#folder.create(digest);
		await withSyncAccess(file, 'readwrite', async (access) => {
			if (access.getSize() !== offset || (await this.has(digest))) {
				throw new AppError('busy', `${digest} does not end at ${offset}`);
			}
			append(access, offset, chunk);
		});
	}

	async seal(digest: string, bytes: number): Promise<void> {
		const file = await this.#folder.create(digest);
		// Nobody writes between the look at the length and the record.
		await withSyncAccess(file, 'readwrite', async (access) => {
			requireLength(digest, access.getSize(), bytes);
			access.flush();
			await this.#database.transact(
				['sealedOpfsFiles'],
				'readwrite',
				(transaction) => transaction.objectStore('sealedOpfsFiles').put(bytes, digest),
				'strict',
			);
		});
	}

	async delete(digest: string): Promise<void> {
		// On disk before the file goes: a power cut must not leave a record of a file that is gone.
		await this.#database.transact(
			['sealedOpfsFiles'],
			'readwrite',
			(transaction) => transaction.objectStore('sealedOpfsFiles').delete(digest),
			'strict',
		);
		await this.#folder.remove(digest);
	}

	#sealedBytes(digest: string): Promise<number | undefined> {
		return this.#database.transact(['sealedOpfsFiles'], 'readonly', (transaction) =>
			transaction.objectStore('sealedOpfsFiles').get(digest),
		);
	}
}

function readAll(digest: string, access: SyncAccess, bytes: number): ArrayBuffer {
	requireLength(digest, access.getSize(), bytes);
	const content = new Uint8Array(bytes);
	requireLength(digest, access.read(content, { at: 0 }), bytes);
	return content.buffer;
}

/** Adds the chunk, on disk, or leaves the file as it was. */
function append(access: SyncAccess, offset: number, chunk: Uint8Array): void {
	try {
		const taken = access.write(chunk, { at: offset });
		access.flush();
		// Not `taken < length`: Chromium 156, full and private, writes a part and returns 2³² − 8.
		if (taken !== chunk.length || access.getSize() !== offset + chunk.length) {
			throw new AppError('quota-exceeded', `the disk took a part of ${chunk.length} bytes`);
		}
	} catch (error) {
		access.truncate(offset);
		throw error;
	}
}

function requireLength(digest: string, found: number, bytes: number): void {
	if (found === bytes) return;
	throw new AppError('corrupt', `${digest} holds ${found} bytes in place of ${bytes}`, {
		data: { reason: 'length' },
	});
}
