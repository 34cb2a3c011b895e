import type { Database } from '../../storage/database.ts';
import { IndexedDbShardStore } from '../../storage/indexed-db-shard-store.ts';
import { OpfsShardStore } from '../../storage/opfs-shard-store.ts';
import { Shelves } from '../../storage/shelves.ts';
import { freshDatabase } from '../../storage/testing/fresh-database.ts';
import { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import { Carrier } from '../carry/carrier.ts';
import { Converter } from '../convert/converter.ts';
import { HandReceiver } from '../hand/hand-receiver.ts';
import { InstalledPackRepository } from '../installed-pack-repository.ts';
import { Installer } from '../installer.ts';
import { PackFiles } from '../pack-files.ts';
import { PackMover } from '../pack-mover.ts';
import { PendingInstallationRepository } from '../pending-installation-repository.ts';

/** Small chunks and hardly a pause: many chunks in a small file, and quick retries. */
export const testPolicy = {
	chunkBytes: 16 * 1024,
	stallTime: 30_000,
	attempts: 3,
	firstPause: 1,
	lanes: 1,
	probeTime: 0,
};

/** What an installer is made of, over one database: another tab is made by another call with the same one. */
export function installerParts(database: Database = freshDatabase()) {
	const shards = new IndexedDbShardStore(database);
	const installed = new InstalledPackRepository(database);
	const pending = new PendingInstallationRepository(database);
	const files = new PackFiles(installed, pending, shards);
	const installer = new Installer({ installed, files, shards, policy: testPolicy });
	const trusted = new TrustedLibraries(database);
	const carrier = new Carrier({ installed, files, shards, trusted });
	const opfs = new OpfsShardStore(database, database.name);
	const mover = new PackMover(new Shelves({ 'indexed-db': shards, opfs }));
	const handReceiver = new HandReceiver({ installed, files, shards });
	const converter = new Converter({ installed, files, shards });
	const startConverter = () => ({ converter, stop: () => {} });
	return {
		database,
		shards,
		installed,
		pending,
		files,
		trusted,
		installer,
		carrier,
		mover,
		handReceiver,
		converter,
		startConverter,
	};
}
