import type { CallOptions } from '../../lib/call-options.ts';
import type { ZipInput } from '../../formats/zip/write-zip.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { InstalledPack } from '../installed-pack.ts';
import { bytesOf, distinctFiles, fileSetFor } from '../manifest.ts';
import { encodeHeader, entryName, HEADER_NAME } from './pack-file.ts';
import { once, readVerified, type Origins } from './read-verified.ts';
import { writeArchive } from './write-archive.ts';

export interface ExportProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
	/** The whole file, with the last value, where no handle was given to write to. */
	readonly file?: Blob;
}

/**
 * Writes an installed pack as a `.quern` file to `target`, or without it makes a Blob whose weights are those
 * in the store, not a copy. Every file is hashed on the way: throws `corrupt` with `data.file`
 * rather than pass on a damaged one, and `aborted`; `target` then stays as it was.
 */
export async function* exportPack(
	pack: InstalledPack,
	shards: Pick<ShardStore, 'read'>,
	target: FileSystemFileHandle | undefined,
	o: CallOptions = {},
): AsyncGenerator<ExportProgress> {
	const set = fileSetFor(pack.manifest, pack.engine);
	const bytesTotal = bytesOf(set);
	const origins: Origins = new WeakMap();
	const modifiedAt = new Date(pack.installedAt);
	const inputs: ZipInput[] = [
		{ name: HEADER_NAME, modifiedAt, chunks: once(encodeHeader(pack)) },
		...distinctFiles(set).map((file) => ({
			name: entryName(file.sha256),
			modifiedAt,
			chunks: readVerified(file, shards, origins, o),
		})),
	];
	yield* writeArchive(inputs, origins, target, bytesTotal);
}
