import type { CallOptions } from '../../lib/call-options.ts';
import { createSha256, hashBlob } from '../../lib/sha256.ts';
import type { PackFile } from '../manifest.ts';
import type { OpeningProgress } from './open-folder.ts';

/** Hashes files, by their paths in the pack they will be of. Throws `aborted`. */
export async function* hashAll(
	blobs: ReadonlyMap<string, Blob>,
	o: CallOptions,
): AsyncGenerator<OpeningProgress, PackFile[]> {
	const files: PackFile[] = [];
	const bytesTotal = [...blobs.values()].reduce((sum, { size }) => sum + size, 0);
	let before = 0;
	for (const [path, blob] of blobs) {
		const hash = await createSha256();
		for await (const bytes of hashBlob(hash, blob, o)) {
			yield { bytesDone: before + bytes, bytesTotal };
		}
		before += blob.size;
		files.push({ path, bytes: blob.size, sha256: hash.digest() });
	}
	return files;
}

/** What tells a pack from any other: all its files. Lowercase hex. */
export async function digestOfAll(files: readonly PackFile[]): Promise<string> {
	const hash = await createSha256();
	const lines = files.map(({ path, sha256 }) => `${path} ${sha256}\n`).sort();
	hash.update(new TextEncoder().encode(lines.join('')));
	return hash.digest();
}
