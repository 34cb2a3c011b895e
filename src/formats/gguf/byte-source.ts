/** Random access to bytes that may be far larger than memory: a file, a Blob, a test's array. */
export interface ByteSource {
	/** Length in bytes. */
	readonly size: number;
	/** Exactly `length` bytes from `offset`. Rejects if the range is not inside the source. */
	read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads a Blob or File, which stays on disk but for the ranges asked for. */
export function blobSource(blob: Blob): ByteSource {
	return {
		size: blob.size,
		async read(offset, length) {
			const bytes = new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
			if (bytes.length !== length) throw new RangeError(`no ${length} bytes at ${offset}`);
			return bytes;
		},
	};
}
