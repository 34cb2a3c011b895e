import { createSha256, hashBlob } from '../lib/sha256.ts';
import { AppError } from '../lib/errors.ts';
import type { CallOptions } from '../lib/call-options.ts';
import type { ShardStore } from '../storage/shard-store.ts';
import { bytesOf, type FileSet, type PackFile } from './manifest.ts';

/** What a check of stored files has found so far. `broken` names files by their path. */
export interface VerifyProgress {
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly broken: readonly string[];
}

/**
 * Hashes every file of the set as it is on disk. A file that is missing, cut, unreadable or changed is broken; the
 * last value is the result. Throws `aborted`.
 */
export async function* verifyFiles(
	set: FileSet,
	shards: ShardStore,
	o: CallOptions = {},
): AsyncGenerator<VerifyProgress> {
	const bytesTotal = bytesOf(set);
	const seen = new Map<string, boolean>();
	const broken: string[] = [];
	let bytesBefore = 0;
	for (const file of set.files) {
		let isWhole = seen.get(file.sha256);
		if (isWhole === undefined) {
			const check = verifyFile(file, shards, o);
			let step = await check.next();
			for (; !step.done; step = await check.next()) {
				yield { bytesDone: bytesBefore + step.value, bytesTotal, broken: [...broken] };
			}
			isWhole = step.value;
			seen.set(file.sha256, isWhole);
			bytesBefore += file.bytes;
		}
		if (!isWhole) broken.push(file.path);
	}
	yield { bytesDone: bytesTotal, bytesTotal, broken };
}

/** Yields the bytes hashed so far and returns whether the file is what the manifest says. */
async function* verifyFile(
	file: PackFile,
	shards: ShardStore,
	o: CallOptions,
): AsyncGenerator<number, boolean> {
	try {
		const blob = await shards.read(file.sha256);
		if (blob?.size !== file.bytes) return false;
		const hash = await createSha256();
		yield* hashBlob(hash, blob, o);
		return hash.digest() === file.sha256;
	} catch (error) {
		if (error instanceof AppError && error.code === 'corrupt') return false;
		throw error;
	}
}
