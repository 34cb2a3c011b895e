import type { Database } from '../storage/database.ts';
import { openShelves } from '../storage/open-shelves.ts';
import { startConverterWorker } from './convert/converter-process.ts';
import { defaultHosts, type PackHosts } from './hub/pack-hosts.ts';
import { InstalledPackRepository } from './installed-pack-repository.ts';
import { startInstallerWorker } from './installer-process.ts';
import { PackFiles } from './pack-files.ts';
import { PackLibrary } from './pack-library.svelte.ts';
import { PendingInstallationRepository } from './pending-installation-repository.ts';

/**
 * The app's pack library, over its database and its installer worker. `baseUrl` is the app's folder; `hosts` says,
 * whenever a transfer begins, where packs from a hub are fetched.
 */
export function createPackLibrary(
	database: Database,
	baseUrl: string,
	hosts: () => PackHosts = () => defaultHosts,
): PackLibrary {
	const shards = openShelves(database);
	const installed = new InstalledPackRepository(database);
	const pending = new PendingInstallationRepository(database);
	const files = new PackFiles(installed, pending, shards);
	const startInstaller = startInstallerWorker;
	const startConverter = startConverterWorker;
	const parts = { installed, pending, shards, files, startInstaller, startConverter };
	return new PackLibrary({ ...parts, baseUrl, hosts });
}
