import type { Database } from '../../../src/storage/database.ts';
import { IndexedDbShardStore } from '../../../src/storage/indexed-db-shard-store.ts';
import { OpfsShardStore } from '../../../src/storage/opfs-shard-store.ts';
import { Shelves, type ShelfId } from '../../../src/storage/shelves.ts';

/** The two shelves of a schedule: its database, and the folder of the same name. */
export function shelvesOver(database: Database, preferred: ShelfId): Shelves {
	const shelves = {
		'indexed-db': new IndexedDbShardStore(database),
		opfs: new OpfsShardStore(database, database.name),
	};
	return new Shelves(shelves, async () => preferred);
}
