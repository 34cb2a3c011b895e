import type { TransferPolicy } from '../../../src/packs/download/transfer-policy.ts';
import type { PackHosts } from '../../../src/packs/hub/pack-hosts.ts';
import type { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import type { PackLibrary } from '../../../src/packs/pack-library.svelte.ts';
import type { PendingInstallationRepository } from '../../../src/packs/pending-installation-repository.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { Shelves, ShelfId } from '../../../src/storage/shelves.ts';
import type { Schedule, WorkerFaults } from '../schedule.ts';

/** What the tabs of a schedule have in common, and what they tell. */
export interface TabSurroundings {
	readonly database: string;
	readonly shelf: ShelfId;
	readonly baseUrl: string;
	readonly hosts: PackHosts;
	policy(): TransferPolicy;
	/** What goes wrong in the worker that starts now. */
	nextFaults(): WorkerFaults;
	/** What the browser says to the wish to keep the data. */
	persist(): Schedule['persist'];
	met(fault: string): void;
	/** What no code of the tab has caught. */
	uncaught(text: string): void;
}

/** What lives in a tab. */
export interface TabInside {
	readonly database: Database;
	readonly shards: Shelves;
	readonly installed: InstalledPackRepository;
	readonly pending: PendingInstallationRepository;
	readonly library: PackLibrary;
}

/** What a tab's page offers to whoever opened it. `endMe` asks to be ended. */
export type OpenTab = (surroundings: TabSurroundings, endMe: () => void) => Promise<TabInside>;
