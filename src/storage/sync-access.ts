import { AppError, toAppError } from '../lib/errors.ts';

/** The part of FileSystemSyncAccessHandle that is used: only dedicated workers have it, and the page's types not. */
export interface SyncAccess {
	getSize(): number;
	/** Bytes read, fewer than asked for at the file's end. */
	read(into: Uint8Array, o: { at: number }): number;
	/** Bytes written. */
	write(bytes: Uint8Array, o: { at: number }): number;
	truncate(size: number): void;
	flush(): void;
	close(): void;
}

/** Several may read at once, or one write. Browsers without modes let one in at a time. */
type Mode = 'read-only' | 'readwrite';

type SyncFileHandle = FileSystemFileHandle & {
	createSyncAccessHandle(o: { mode: Mode }): Promise<SyncAccess>;
};

/** Whether this scope can open files synchronously. */
export function hasSyncAccess(): boolean {
	const { FileSystemFileHandle: handle } = globalThis;
	return typeof handle === 'function' && 'createSyncAccessHandle' in handle.prototype;
}

/**
 * Runs `body` with the file held open, and closes it. Throws `busy` while another holds it, in this tab or
 * another, `unsupported` outside dedicated workers, and `quota-exceeded`.
 */
export async function withSyncAccess<T>(
	file: FileSystemFileHandle,
	mode: Mode,
	body: (access: SyncAccess) => T | Promise<T>,
): Promise<T> {
	if (!hasSyncAccess()) {
		throw new AppError('unsupported', 'files open synchronously in dedicated workers only');
	}
	const access = await (file as SyncFileHandle).createSyncAccessHandle({ mode }).catch(toLockError);
	try {
		return await body(access);
	} catch (error) {
		throw toAppError(error);
	} finally {
		access.close();
	}
}

function toLockError(cause: unknown): never {
	if (cause instanceof DOMException && cause.name === 'NoModificationAllowedError') {
		throw new AppError('busy', 'the file is open elsewhere', { cause });
	}
	throw toAppError(cause);
}
