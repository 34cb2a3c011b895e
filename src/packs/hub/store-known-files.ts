import type { ShardStore } from '../../storage/shard-store.ts';

/** Bytes per write. */
const CHUNK = 4 * 1024 * 1024;

/**
 * Stores files that `resolveHubPack` has read whole, so that the installation does not fetch them again. Claim the pack
 * first: what nobody needs may be deleted. A file that is there, or has begun to come, is left as it is.
 */
export async function storeKnownFiles(
	shards: ShardStore,
	known: ReadonlyMap<string, Blob>,
): Promise<void> {
	for (const [sha256, blob] of known) {
		if ((await shards.has(sha256)) || (await shards.written(sha256)) > 0) continue;
		for (let offset = 0; offset < blob.size; offset += CHUNK) {
			const piece = await blob.slice(offset, offset + CHUNK).arrayBuffer();
			await shards.write(sha256, offset, new Uint8Array(piece));
		}
		await shards.seal(sha256, blob.size);
	}
}
