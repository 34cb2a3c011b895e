/** Holds a file of a folder open, as another tab would, until it is told to end. Its name says which. */
const [folderName = '', name = ''] = self.name.split(' ');
const root = await navigator.storage.getDirectory();
try {
	const folder = await root.getDirectoryHandle(folderName, { create: true });
	const file = (await folder.getFileHandle(name, { create: true })) as FileSystemFileHandle & {
		createSyncAccessHandle(): Promise<unknown>;
	};
	// Kept, for what is collected is closed.
	(globalThis as { held?: unknown }).held = await file.createSyncAccessHandle();
	self.postMessage('held');
} catch {
	self.postMessage('not held');
}

export {};
