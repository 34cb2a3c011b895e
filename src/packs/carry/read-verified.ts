import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { createSha256 } from '../../lib/sha256.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { PackFile } from '../manifest.ts';

/** Bytes read and written at a time. */
const CHUNK = 4 * 1024 * 1024;

/** Where each chunk was read from. */
export type Origins = WeakMap<Uint8Array, Blob>;

export async function* once(
	bytes: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	yield bytes;
}

/** A stored file's bytes, noting where each chunk is from. Throws `corrupt` where they are not the file's. */
export async function* readVerified(
	file: PackFile,
	shards: Pick<ShardStore, 'read'>,
	origins: Origins,
	{ signal }: CallOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const hash = await createSha256();
	const blob = await shards.read(file.sha256);
	if (blob?.size !== file.bytes) throw damaged(file);
	for (let offset = 0; offset < blob.size; offset += CHUNK) {
		if (signal?.aborted) throw new AppError('aborted', 'the export was stopped');
		const slice = blob.slice(offset, offset + CHUNK);
		const bytes = new Uint8Array(
			await slice.arrayBuffer().catch((cause: unknown) => {
				throw damaged(file, cause);
			}),
		);
		hash.update(bytes);
		origins.set(bytes, slice);
		yield bytes;
	}
	if (hash.digest() !== file.sha256) throw damaged(file);
}

function damaged(file: PackFile, cause?: unknown): AppError {
	const data = { reason: 'digest', file: file.path } as const;
	return new AppError('corrupt', `${file.path} is damaged`, { cause, data });
}
