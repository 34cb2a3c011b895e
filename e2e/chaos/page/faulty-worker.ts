import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { Installer, type InstallerContract } from '../../../src/packs/installer.ts';
import { PackFiles } from '../../../src/packs/pack-files.ts';
import { PendingInstallationRepository } from '../../../src/packs/pending-installation-repository.ts';
import { serve } from '../../../src/lib/rpc.ts';
import { Database } from '../../../src/storage/database.ts';
import { ending, wrapClock, wrapDatabase, wrapEstimate, wrapWrites } from './interposed.ts';
import { shelvesOver } from './shelves-over.ts';
import type { WorkerOrders } from './worker-orders.ts';

// The app's installer, in a worker as in the app, with what a schedule orders done to its surroundings.
const orders = JSON.parse(self.name) as WorkerOrders;
const { faults } = orders;
wrapDatabase(faults);
wrapWrites(faults);
wrapClock(faults);
wrapEstimate(faults);

const database = new Database(orders.database);
const shards = ending(shelvesOver(database, orders.shelf), faults);
const installed = ending(new InstalledPackRepository(database), faults);
const files = new PackFiles(installed, new PendingInstallationRepository(database), shards);
const installer = new Installer({ installed, files, shards, policy: orders.policy });

serve<InstallerContract>(self as never, {
	install: (request, o) => installer.install(request, o),
	verify: (manifest, engine, o) => installer.verify(manifest, engine, o),
	connectionBack: (after, o) => installer.connectionBack(after, o),
});
