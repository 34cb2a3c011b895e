import type { Database } from './database.ts';
import { IndexedDbShardStore } from './indexed-db-shard-store.ts';
import { OpfsShardStore } from './opfs-shard-store.ts';
import { ShelfPreference } from './shelf-preference.ts';
import { Shelves } from './shelves.ts';

/** The app's shelves: pack files in IndexedDB or in the origin-private file system, whichever is faster here. */
export function openShelves(database: Database): Shelves {
	const shelves = {
		'indexed-db': new IndexedDbShardStore(database),
		opfs: new OpfsShardStore(database),
	};
	const preference = new ShelfPreference(database, shelves);
	return new Shelves(shelves, () => preference.choose());
}
