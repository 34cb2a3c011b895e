import type { Folder, FolderFile } from '../../packs/carry/folder.ts';

/** More files than any model has: what was dropped is something else, and is not looked through to the end. */
const MAX_FILES = 5000;

/** Whether a drag or the clipboard brings files. */
export function bringsFiles(transfer: DataTransfer | null): transfer is DataTransfer {
	return transfer?.types.includes('Files') ?? false;
}

/**
 * What a drop or a paste brings: a file, or a folder with all that is in it. Call it within the event: the browser
 * takes the transfer away afterwards.
 */
export async function handedOver(transfer: DataTransfer): Promise<File | Folder | undefined> {
	const [item] = [...transfer.items].filter(({ kind }) => kind === 'file');
	const entry = item?.webkitGetAsEntry();
	const file = item?.getAsFile() ?? transfer.files[0];
	if (!entry?.isDirectory) return file;
	const files: FolderFile[] = [];
	await readFolder(entry as FileSystemDirectoryEntry, '', files);
	return { name: entry.name, files };
}

async function readFolder(
	folder: FileSystemDirectoryEntry,
	path: string,
	files: FolderFile[],
): Promise<void> {
	const reader = folder.createReader();
	for (;;) {
		// It hands out a hundred at a time.
		const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject),
		);
		if (entries.length === 0) return;
		for (const entry of entries) {
			if (files.length >= MAX_FILES) return;
			const here = path + entry.name;
			if (entry.isDirectory) {
				await readFolder(entry as FileSystemDirectoryEntry, `${here}/`, files);
				continue;
			}
			const file = await new Promise<File>((resolve, reject) =>
				(entry as FileSystemFileEntry).file(resolve, reject),
			);
			files.push({ path: here, file });
		}
	}
}
