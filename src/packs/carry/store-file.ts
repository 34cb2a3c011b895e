import { AppError } from '../../lib/errors.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import { FileWriter } from '../download/file-writer.ts';
import type { PackFile } from '../manifest.ts';

/** Bytes of one write; a kill costs one of them at most. */
const CHUNK = 4 * 1024 * 1024;

/**
 * Brings a file from `chunks` into the store, verified and sealed, and yields the bytes done. Throws `corrupt`
 * with `data.file` where they are not the file's: nothing of them is kept then.
 */
export async function* storeFile(
	file: PackFile,
	chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
	store: ShardStore,
): AsyncGenerator<number> {
	// What a download left unfinished may be wrong, and to hash it again takes as long as to copy it.
	await store.delete(file.sha256);
	const writer = await FileWriter.create(store, file, CHUNK);
	for await (const bytes of chunks) {
		if (writer.position + bytes.length > file.bytes) break;
		await writer.append(bytes);
		yield writer.position;
	}
	const digest = await writer.finish();
	if (writer.position === file.bytes && digest === file.sha256) {
		return store.seal(file.sha256, file.bytes);
	}
	await store.delete(file.sha256);
	const data = { reason: 'digest', file: file.path } as const;
	throw new AppError('corrupt', `${file.path} is not what the manifest says`, { data });
}
