import type { InstallerContract } from '../../../src/packs/installer.ts';
import type { InstallerProcess } from '../../../src/packs/installer-process.ts';
import { InstalledPackRepository } from '../../../src/packs/installed-pack-repository.ts';
import { PackFiles } from '../../../src/packs/pack-files.ts';
import { PackLibrary } from '../../../src/packs/pack-library.svelte.ts';
import { PendingInstallationRepository } from '../../../src/packs/pending-installation-repository.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { connect } from '../../../src/lib/rpc.ts';
import { Database } from '../../../src/storage/database.ts';
import { shelvesOver } from './shelves-over.ts';
import type { OpenTab, TabSurroundings } from './tab-contract.ts';
import type { WorkerNews, WorkerOrders } from './worker-orders.ts';

// What a tab of the app has: its pack library, over its database and its workers.
(globalThis as { openTab?: OpenTab }).openTab = async (surroundings, endMe) => {
	addEventListener('error', ({ message }) => surroundings.uncaught(message));
	addEventListener('unhandledrejection', ({ reason }) =>
		surroundings.uncaught(reason instanceof Error ? (reason.stack ?? '') : String(reason)),
	);
	StorageManager.prototype.persist = async () => {
		const answer = surroundings.persist();
		if (answer === 'throws') throw new DOMException('wrapped', 'UnknownError');
		return answer === 'granted';
	};
	const database = new Database(surroundings.database);
	const shards = shelvesOver(database, surroundings.shelf);
	const installed = new InstalledPackRepository(database);
	const pending = new PendingInstallationRepository(database);
	const library = new PackLibrary({
		shards,
		installed,
		pending,
		files: new PackFiles(installed, pending, shards),
		startInstaller: () => startWorker(surroundings, endMe),
		startConverter: () => {
			throw new AppError('unsupported', 'nothing is converted here');
		},
		baseUrl: surroundings.baseUrl,
		hosts: () => surroundings.hosts,
	});
	await library.open();
	return { database, shards, installed, pending, library };
};

function startWorker(surroundings: TabSurroundings, endMe: () => void): InstallerProcess {
	const { database, shelf } = surroundings;
	const orders: WorkerOrders = {
		database,
		shelf,
		policy: surroundings.policy(),
		faults: surroundings.nextFaults(),
	};
	const worker = new Worker(new URL('./faulty-worker.ts', import.meta.url), {
		type: 'module',
		name: JSON.stringify(orders),
	});
	worker.addEventListener('message', ({ data }: MessageEvent<Partial<WorkerNews>>) => {
		if (data.chaos === 'met') surroundings.met(data.fault ?? '');
		if (data.chaos === 'end-me') endMe();
	});
	const { remote, fail } = connect<InstallerContract>(worker);
	worker.addEventListener('error', ({ message }) => {
		fail(new AppError('internal', `the installer ended: ${message}`));
	});
	// Nothing is carried, moved or passed on here.
	const installerOnly: Partial<InstallerProcess> = {
		installer: remote,
		stop() {
			fail(new AppError('aborted', 'the installer was stopped'));
			worker.terminate();
		},
	};
	return installerOnly as InstallerProcess;
}
