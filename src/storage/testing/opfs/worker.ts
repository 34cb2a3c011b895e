import { serve } from '../../../lib/rpc.ts';
import { Database } from '../../database.ts';
import { OpfsShardStore } from '../../opfs-shard-store.ts';
import type { OpfsWorker } from './worker-contract.ts';

declare const self: DedicatedWorkerGlobalScope;

async function open(name: string): Promise<FileSystemSyncAccessHandle> {
	const root = await navigator.storage.getDirectory();
	const folder = await root.getDirectoryHandle(self.name, { create: true });
	const file = await folder.getFileHandle(name, { create: true });
	return file.createSyncAccessHandle();
}

// The worker's name is that of the database and of the folder.
const store = new OpfsShardStore(new Database(self.name), self.name);

serve<OpfsWorker>(
	self,
	Object.assign(store, {
		async hold(name: string) {
			await open(name);
		},
		async put(name: string, content: Uint8Array<ArrayBuffer>) {
			const access = await open(name);
			access.truncate(0);
			access.write(content);
			access.close();
		},
	}),
);
