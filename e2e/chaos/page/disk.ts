import type { Damage } from '../schedule.ts';

/** What is stored, read and changed past all code of the app. */
export class Disk {
	/** `name` is that of the database and of the folder in the private file system. */
	constructor(readonly name: string) {}

	/** Every sealed file: what it is called, and the SHA-256 of what lies there. */
	async sealedFiles(): Promise<{ key: string; sha256: string }[]> {
		return this.#withDatabase(async (database) => {
			const keysOf = (store: string) =>
				done(database.transaction(store).objectStore(store).getAllKeys()) as Promise<string[]>;
			const sealed = [
				...(await keysOf('sealedFiles')).map((key) => ({ key, read: () => joined(database, key) })),
				...(await keysOf('sealedOpfsFiles')).map((key) => ({ key, read: () => this.#file(key) })),
			];
			const files = [];
			for (const { key, read } of sealed) {
				const content = (await read()) ?? new Blob();
				files.push({ key, sha256: await sha256Of(await content.arrayBuffer()) });
			}
			return files;
		});
	}

	/** Names of all files of which anything is stored. */
	async storedFiles(): Promise<Set<string>> {
		const keys = await this.#withDatabase(async (database) => {
			const chunks = database.transaction('chunks').objectStore('chunks');
			return ((await done(chunks.getAllKeys())) as [string, number][]).map(([key]) => key);
		});
		for await (const name of (await this.#folder())?.keys() ?? []) keys.push(name);
		return new Set(keys);
	}

	/** Changes what is stored of a file; returns whether there was anything. `at` is from 0 to 1. */
	async damage(key: string, how: Damage, at: number): Promise<boolean> {
		const file = await this.#file(key);
		if (file && file.size > 0) {
			await this.#replace(key, how, new Uint8Array(await file.arrayBuffer()), at);
			return true;
		}
		return this.#withDatabase(async (database) => {
			const range = IDBKeyRange.bound([key, 0], [key, Infinity]);
			const store = () => database.transaction('chunks', 'readwrite').objectStore('chunks');
			const keys = await done(store().getAllKeys(range));
			const chosen = keys[Math.floor(at * keys.length)];
			if (chosen === undefined) return false;
			if (how === 'lose') {
				await done(store().delete(chosen));
				return true;
			}
			const chunk = (await done(store().get(chosen))) as Blob;
			const content = changed(new Uint8Array(await chunk.arrayBuffer()), how, at);
			await done(store().put(new Blob([content]), chosen));
			return true;
		});
	}

	/** Puts a record that is none. */
	async putGarbage(store: 'installedPacks' | 'pendingInstallations'): Promise<void> {
		await this.#withDatabase(async (database) => {
			const records = database.transaction(store, 'readwrite').objectStore(store);
			await done(records.put({ manifest: 'no' }, ['garbage', 'wllama']));
		});
	}

	/** Removes the model files, as a browser may that is short of room. */
	async evictFiles(): Promise<void> {
		await this.#withDatabase(async (database) => {
			for (const name of ['chunks', 'sealedFiles', 'sealedOpfsFiles']) {
				await done(database.transaction(name, 'readwrite').objectStore(name).clear());
			}
		});
		await this.#removeFolder();
	}

	/** Removes all that there is. */
	async evictEverything(): Promise<void> {
		await done(indexedDB.deleteDatabase(this.name));
		await this.#removeFolder();
	}

	async #replace(key: string, how: Damage, content: Uint8Array<ArrayBuffer>, at: number) {
		const folder = await this.#folder();
		if (how === 'lose') return folder?.removeEntry(key);
		const handle = await folder?.getFileHandle(key);
		const writable = await handle?.createWritable();
		await writable?.write(changed(content, how, at));
		await writable?.close();
	}

	async #folder(): Promise<FileSystemDirectoryHandle | undefined> {
		const root = await navigator.storage.getDirectory();
		return root.getDirectoryHandle(this.name).catch(() => undefined);
	}

	async #file(key: string): Promise<File | undefined> {
		const handle = await (await this.#folder())?.getFileHandle(key).catch(() => undefined);
		return handle?.getFile();
	}

	async #removeFolder(): Promise<void> {
		const root = await navigator.storage.getDirectory();
		// A worker that was just ended lets go of its files in its own time.
		for (let attempt = 0; attempt < 40; attempt++) {
			try {
				return await root.removeEntry(this.name, { recursive: true });
			} catch (error) {
				if ((error as DOMException).name === 'NotFoundError') return;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		}
	}

	async #withDatabase<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
		const database = await done(indexedDB.open(this.name));
		try {
			return await use(database);
		} finally {
			database.close();
		}
	}
}

async function joined(database: IDBDatabase, key: string): Promise<Blob> {
	const range = IDBKeyRange.bound([key, 0], [key, Infinity]);
	const chunks = database.transaction('chunks').objectStore('chunks');
	return new Blob((await done(chunks.getAll(range))) as Blob[]);
}

function changed(bytes: Uint8Array<ArrayBuffer>, how: Damage, at: number): Uint8Array<ArrayBuffer> {
	const offset = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
	if (how === 'truncate') return bytes.slice(0, offset);
	if (how === 'zero-tail') return bytes.fill(0, offset);
	bytes[offset] = bytes[offset]! ^ 1;
	return bytes;
}

/** The digest, lowercase hex, by the browser's own means. */
export async function sha256Of(content: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
