import { openDB } from 'idb';
import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { fileSetFor, type PackManifest } from '../../../src/packs/manifest.ts';
import type { Database } from '../../../src/storage/database.ts';
import { IndexedDbShardStore } from '../../../src/storage/indexed-db-shard-store.ts';
import { migrations } from '../../../src/storage/schema.ts';

/** Puts a pack into the store as it is when it has been installed. */
export async function putInstalled(
	manifest: PackManifest,
	database: Database,
	site: string,
): Promise<void> {
	const store = new IndexedDbShardStore(database);
	for (const { path, sha256, bytes } of fileSetFor(manifest, 'wllama').files) {
		const response = await fetch(new URL(`packs/${manifest.id}/${path}`, site));
		await store.write(sha256, 0, new Uint8Array(await response.arrayBuffer()));
		await store.seal(sha256, bytes);
	}
	const installed = new InstalledPackRepository(database);
	await installed.record({ manifest, engine: 'wllama', installedAt: Date.now() });
}

/** What a tab has open that is of the first version, and lets go of its database when it is closed only. */
export function openOlderTab(database: string): Promise<{ close(): void }> {
	return openDB(database, 1, {
		upgrade: (db, _from, _to, transaction) => migrations[0]?.(db as never, transaction as never),
	});
}
