import type { Database } from './database.ts';
import { IndexedDbShardStore } from './indexed-db-shard-store.ts';
import { OpfsFolder } from './opfs-folder.ts';
import { OpfsShardStore } from './opfs-shard-store.ts';
import { ShelfPreference } from './shelf-preference.ts';
import { Shelves } from './shelves.ts';

const OPFS_FOLDER = 'shards';

/** The app's shelves: pack files in IndexedDB or in the origin-private file system, whichever is faster here. */
export function openShelves(database: Database): Shelves {
	const shelves = {
		'indexed-db': new IndexedDbShardStore(database),
		opfs: new OpfsShardStore(database, OPFS_FOLDER),
	};
	const preference = new ShelfPreference(database, shelves);
	return new Shelves(shelves, () => preference.choose());
}

/** Removes every file from the origin-private file system. Their records go with the database. */
export function clearOpfs(): Promise<void> {
	return new OpfsFolder(OPFS_FOLDER).removeAll();
}
