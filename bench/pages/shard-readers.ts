import { sha256Of } from '../../src/engines/sha256-of.ts';
import type { PackFile } from '../../src/packs/manifest.ts';
import { Database } from '../../src/storage/database.ts';
import { IndexedDbShardStore } from '../../src/storage/indexed-db-shard-store.ts';
import { OpfsShardStore } from '../../src/storage/opfs-shard-store.ts';
import { withSyncAccess } from '../../src/storage/sync-access.ts';
import { addresses } from './addresses.ts';
import { databases, type Place } from './shelf-contract.ts';

type ReadShard = (file: PackFile) => Promise<ArrayBuffer>;

export const shelves = {
	'quern-opfs': new OpfsShardStore(new Database(databases['quern-opfs']), 'shards'),
	'quern-indexed-db': new IndexedDbShardStore(new Database(databases['quern-indexed-db'])),
};

/**
 * How each place gives a shard to WebLLM. Its own caches are private to the package, so their calls are made
 * here in the same order, over what WebLLM itself has stored (`fetchWithCache` of `ArtifactCache`,
 * `ArtifactIndexedDBCache` and `ArtifactOPFSCache`, @mlc-ai/web-llm 0.2.86).
 */
export const openReader: Record<Place, () => Promise<ReadShard>> = {
	'quern-opfs': async () => async (file) =>
		(await shelves['quern-opfs'].readBytes(file.sha256)) ?? missing(file),

	'quern-indexed-db': async () => async (file) =>
		(await shelves['quern-indexed-db'].read(file.sha256))?.arrayBuffer() ?? missing(file),

	'web-llm-cache': async () => {
		const cache = await caches.open('webllm/model');
		return async (file) => {
			await cache.match(urlOf(file));
			return (await cache.match(urlOf(file)))?.arrayBuffer() ?? missing(file);
		};
	},

	'web-llm-indexeddb': async () => {
		const database = await done(indexedDB.open('webllm/model'));
		const get = (url: string) => done(database.transaction('urls').objectStore('urls').get(url));
		return async (file) => {
			await get(urlOf(file));
			return ((await get(urlOf(file))) as { data: ArrayBuffer } | undefined)?.data ?? missing(file);
		};
	},

	'web-llm-opfs': async () => async (file) =>
		(await (await payloadOf(file)).getFile()).arrayBuffer(),

	'web-llm-opfs-sync': async () => async (file) =>
		withSyncAccess(await payloadOf(file), 'read-only', (access) => {
			const content = new Uint8Array(access.getSize());
			access.read(content, { at: 0 });
			return content.buffer;
		}),
};

const urlOf = (file: PackFile) => new URL(`resolve/main/${file.path}`, addresses.webLlmModel).href;

async function payloadOf(file: PackFile): Promise<FileSystemFileHandle> {
	let folder = await navigator.storage.getDirectory();
	for (const name of ['tvmjs-opfs-store', 'webllm', 'model']) {
		folder = await folder.getDirectoryHandle(name);
	}
	return folder.getFileHandle(
		`${await sha256Of(new TextEncoder().encode(urlOf(file)).buffer)}.bin`,
	);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

function missing(file: PackFile): never {
	throw new Error(`${file.path} is not there`);
}
