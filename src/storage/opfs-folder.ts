import { AppError, toAppError } from '../lib/errors.ts';
import { delay } from '../lib/delay.ts';

/** How often a locked file is tried again before it is `busy`, and the pause between, in ms. */
const ATTEMPTS = 20;
const PAUSE = 50;

/**
 * A flat folder in the origin-private file system. Where a browser has none, or refuses it as private
 * windows do, it reads as empty.
 */
export class OpfsFolder {
	readonly #name: string;

	constructor(name: string) {
		this.#name = name;
	}

	/** The file, or undefined. Throws `corrupt` where something else has its name. */
	async find(name: string): Promise<FileSystemFileHandle | undefined> {
		try {
			const folder = await this.#open(false);
			return await folder.getFileHandle(name);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw toFolderError(name, error);
		}
	}

	/** What is in the file now, or undefined. Throws as `find` does. */
	async read(name: string): Promise<File | undefined> {
		try {
			return await (await this.find(name))?.getFile();
		} catch (error) {
			// Removed since it was found.
			if (isMissing(error)) return undefined;
			throw toFolderError(name, error);
		}
	}

	/** The file, made empty if there is none. Throws `corrupt` where something else has its name. */
	async create(name: string): Promise<FileSystemFileHandle> {
		try {
			const folder = await this.#open(true);
			return await folder.getFileHandle(name, { create: true });
		} catch (error) {
			throw toFolderError(name, error);
		}
	}

	/** Removes whatever has the name. Waits a second for whoever has it open, then throws `busy`. */
	async remove(name: string): Promise<void> {
		await removePatiently(name, async () => {
			const folder = await this.#open(false);
			await folder.removeEntry(name, { recursive: true });
		});
	}

	/** Removes the folder with all that is in it, as patiently. */
	async removeAll(): Promise<void> {
		await removePatiently(this.#name, async () => {
			const root = await openRoot();
			await root.removeEntry(this.#name, { recursive: true });
		});
	}

	async #open(create: boolean): Promise<FileSystemDirectoryHandle> {
		const root = await openRoot();
		return root.getDirectoryHandle(this.#name, { create });
	}
}

/** There is none in some browsers, and others refuse it in private windows; a failure later is one of the disk. */
async function openRoot(): Promise<FileSystemDirectoryHandle> {
	try {
		return await navigator.storage.getDirectory();
	} catch (cause) {
		throw new NoFileSystem(cause);
	}
}

class NoFileSystem extends Error {
	constructor(cause: unknown) {
		super('no file system', { cause });
	}
}

async function removePatiently(name: string, remove: () => Promise<void>): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await remove();
		} catch (cause) {
			if (isMissing(cause)) return;
			const error = toFolderError(name, cause);
			if (error.code !== 'busy' || attempt === ATTEMPTS) throw error;
		}
		await delay(PAUSE);
	}
}

/** Whether there is no such file, no folder, or no file system at all. */
function isMissing(error: unknown): boolean {
	return error instanceof NoFileSystem || nameOf(error) === 'NotFoundError';
}

function toFolderError(name: string, cause: unknown): AppError {
	if (nameOf(cause) === 'NoModificationAllowedError') {
		return new AppError('busy', `${name} is open elsewhere`, { cause });
	}
	if (nameOf(cause) === 'TypeMismatchError') {
		const data = { reason: 'unreadable' } as const;
		return new AppError('corrupt', `${name} is no file`, { cause, data });
	}
	return toAppError(cause);
}

function nameOf(error: unknown): string {
	return error instanceof Error || error instanceof DOMException ? error.name : '';
}
