/** Folder of the origin-private file system, apart from that of the packs. */
const FOLDER = 'shared';

/** Longest name that every file system takes, with some room. */
const MAX_NAME = 200;

/**
 * The file that another app has shared with Quern, kept until the person says what to do with it. One at a time: the
 * next takes its place, so that whoever sends many fills no disk.
 */
export class SharedFiles {
	/** Keeps the file in place of the one before. Streamed: it is never in memory whole. */
	async keep(file: File): Promise<void> {
		await this.clear();
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle(FOLDER, { create: true });
		const handle = await folder.getFileHandle(encodeName(file.name), { create: true });
		const target = await handle.createWritable();
		await file.stream().pipeTo(target);
	}

	/** The file that waits, under its own name. */
	async waiting(): Promise<File | undefined> {
		try {
			const root = await navigator.storage.getDirectory();
			const folder = await root.getDirectoryHandle(FOLDER);
			for await (const handle of folder.values()) {
				if (handle.kind !== 'file') continue;
				const file = await handle.getFile();
				return new File([file], decodeName(handle.name), { lastModified: file.lastModified });
			}
		} catch {
			// No such folder, or no such file system: nothing waits.
		}
		return undefined;
	}

	async clear(): Promise<void> {
		try {
			const root = await navigator.storage.getDirectory();
			await root.removeEntry(FOLDER, { recursive: true });
		} catch {
			// There was none.
		}
	}
}

/** A name that no file system takes for a path or refuses: a mark, and of the name as much as there is room for. */
function encodeName(name: string): string {
	let encoded = '';
	for (const character of [...name].reverse()) {
		const longer = encodeURIComponent(character) + encoded;
		if (longer.length > MAX_NAME) break;
		encoded = longer;
	}
	return `_${encoded}`;
}

function decodeName(name: string): string {
	try {
		return decodeURIComponent(name.slice(1));
	} catch {
		return name.slice(1);
	}
}
