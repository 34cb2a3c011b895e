/** The part of Blob that readers by slices use. */
type Slices = Pick<Blob, 'size' | 'slice' | 'arrayBuffer'>;

/** So many zero bytes, which no one holds until they are read. */
export function zeroBlob(size: number): Blob {
	const slices: Slices = {
		size,
		slice: (start = 0, end = size) => zeroBlob(Math.min(end, size) - start),
		arrayBuffer: async () => new ArrayBuffer(size),
	};
	return slices as Blob;
}

/** One Blob over parts, without a copy: Node's own copies, and ends at 4 GiB. */
export function joinBlob(parts: readonly (Blob | Uint8Array<ArrayBuffer>)[]): Blob {
	const blobs = parts.map((part) => (part instanceof Uint8Array ? new Blob([part]) : part));
	const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
	const slices: Slices = {
		size,
		slice(start = 0, end = size) {
			let offset = 0;
			const inside = blobs.map((blob) => {
				const first = Math.max(0, start - offset);
				const last = Math.min(blob.size, end - offset);
				offset += blob.size;
				return first < last ? blob.slice(first, last) : undefined;
			});
			return joinBlob(inside.filter((blob) => blob !== undefined));
		},
		async arrayBuffer() {
			const buffers = await Promise.all(blobs.map((blob) => blob.arrayBuffer()));
			return new Blob(buffers).arrayBuffer();
		},
	};
	return slices as Blob;
}
