import { clearOpfs } from '../../storage/open-shelves.ts';
import { SharedFiles } from '../../storage/shared-files.ts';
import type { Services } from '../feature.ts';

/**
 * Removes all that the app has stored on this device but its own program. Databases are emptied rather
 * than dropped, for that needs no other tab to let go of them; one that does not open is dropped.
 * The page must be reloaded afterwards. Throws what IndexedDB throws, and `busy`
 * where another tab reads a file of a model.
 */
export async function deleteEverything({
	engine,
	packs,
}: Pick<Services, 'engine' | 'packs'>): Promise<void> {
	if (packs.installation) await packs.cancel();
	await engine.unload();
	for (const { name } of await indexedDB.databases()) {
		if (!name?.startsWith('quern')) continue;
		await empty(name).catch(() => drop(name));
	}
	await clearOpfs();
	await new SharedFiles().clear();
	localStorage.clear();
	sessionStorage.clear();
}

async function empty(name: string): Promise<void> {
	const database = await done(indexedDB.open(name));
	try {
		const stores = [...database.objectStoreNames];
		if (stores.length === 0) return;
		const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
		for (const store of stores) transaction.objectStore(store).clear();
		await new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
		});
	} finally {
		database.close();
	}
}

async function drop(name: string): Promise<void> {
	await done(indexedDB.deleteDatabase(name));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
