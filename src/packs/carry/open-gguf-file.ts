import { blobSource } from '../../formats/gguf/byte-source.ts';
import { openGguf } from '../../formats/gguf/gguf.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { createSha256, hashBlob } from '../../lib/sha256.ts';
import { chunksOf } from './blob-chunks.ts';
import { ggufManifest } from './gguf-manifest.ts';
import type { PackSource } from './pack-source.ts';
import { planMemory, requireRunnable } from './runnable-gguf.ts';

export async function isGguf(file: Blob): Promise<boolean> {
	return (await file.slice(0, 4).text()) === 'GGUF';
}

/**
 * Takes a GGUF file for a pack. Its header says whether it can run here, before anything else; then it is hashed
 * as a whole, for its digest is its identity: yields the bytes done. Throws as `openGguf` does, and
 * `unsupported` with the reason.
 */
export async function* openGgufFile(
	file: File,
	o: CallOptions,
): AsyncGenerator<number, PackSource> {
	const gguf = await openGguf(blobSource(file));
	requireRunnable(gguf);
	const plan = planMemory(gguf, file.size);
	const hash = await createSha256();
	yield* hashBlob(hash, file, o);
	const packFile = { path: 'model.gguf', bytes: file.size, sha256: hash.digest() };
	return {
		manifest: ggufManifest(gguf, packFile, plan, file.name),
		engine: 'wllama',
		chunks: (_sha256, options) => chunksOf(file, options),
		blob: () => file,
	};
}
