import { serve } from '../lib/rpc.ts';
import { Database } from '../storage/database.ts';
import { IndexedDbShardStore } from '../storage/indexed-db-shard-store.ts';
import { InstalledPackRepository } from './installed-pack-repository.ts';
import { Installer, type InstallerContract } from './installer.ts';
import { PackFiles } from './pack-files.ts';
import { PendingInstallationRepository } from './pending-installation-repository.ts';

declare const self: DedicatedWorkerGlobalScope;

const database = new Database();
const shards = new IndexedDbShardStore(database);
const installed = new InstalledPackRepository(database);
const files = new PackFiles(installed, new PendingInstallationRepository(database), shards);

serve<InstallerContract>(self, new Installer({ installed, files, shards }));
