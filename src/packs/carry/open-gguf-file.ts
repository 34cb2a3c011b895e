import { blobSource } from '../../formats/gguf/byte-source.ts';
import { openGguf } from '../../formats/gguf/gguf.ts';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import { createSha256, hashBlob } from '../../lib/sha256.ts';
import { ggufManifest } from './gguf-manifest.ts';
import type { PackSource } from './pack-source.ts';
import { planMemory, requireRunnable } from './runnable-gguf.ts';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

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

async function* chunksOf(
	file: Blob,
	{ signal }: CallOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let offset = 0; offset < file.size; offset += CHUNK) {
		if (signal?.aborted) throw new AppError('aborted', 'the import was stopped');
		try {
			yield new Uint8Array(await file.slice(offset, offset + CHUNK).arrayBuffer());
		} catch (cause) {
			const data = { reason: 'unreadable' } as const;
			throw new AppError('corrupt', 'the file cannot be read', { cause, data });
		}
	}
}
