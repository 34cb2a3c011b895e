import type { CallOptions } from '../lib/call-options.ts';

/**
 * Where pack files live, by SHA-256 (lowercase hex). A file is written as consecutive chunks, each
 * acknowledged only when it is on disk, and is never copied, moved or overwritten afterwards: what
 * `read` returns is a Blob over those same chunks. A file becomes visible to `has`, `read` and `list` only
 * by `seal`, which the caller runs after it has verified the digest.
 */
export interface ShardStore {
	/** Whether the file is sealed. */
	has(digest: string): Promise<boolean>;
	/** The sealed file as a Blob that reads from disk, or undefined. Throws `corrupt` if bytes are missing. */
	read(digest: string): Promise<Blob | undefined>;
	/** The sealed file in memory, where the store has a faster way than by `read`. The caller owns the bytes. */
	readBytes?(digest: string): Promise<ArrayBuffer | undefined>;
	/** Sealed files with their length in bytes. */
	list(): Promise<{ digest: string; bytes: number }[]>;
	/** Bytes already written of an unsealed file: where a transfer goes on. 0 if none. */
	written(digest: string): Promise<number>;
	/** The bytes written so far of an unsealed file, to be hashed again after a restart. */
	partial(digest: string): Promise<Blob>;
	/** Appends a chunk at `offset`, which must equal `written`. Throws `quota-exceeded`, `busy`. */
	write(
		digest: string,
		offset: number,
		chunk: Uint8Array<ArrayBuffer>,
		o?: CallOptions,
	): Promise<void>;
	/** Declares the file complete with `bytes` bytes, in a strict transaction. */
	seal(digest: string, bytes: number): Promise<void>;
	/** Removes the file, sealed or not. */
	delete(digest: string): Promise<void>;
}
