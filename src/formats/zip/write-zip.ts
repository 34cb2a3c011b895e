/** A file to be written: its chunks are asked for one after another, when there is room for them. */
export interface ZipInput {
	readonly name: string;
	readonly modifiedAt: Date;
	readonly chunks: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/**
 * A zip file of stored entries as a stream, Zip64 where it must be. Chunks pass through as the objects they
 * came as. What a chunk throws ends the stream with the same error.
 */
export async function writeZip(
	inputs: Iterable<ZipInput>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	const { makeZip } = await import('client-zip');
	const files = [...inputs].map(({ name, modifiedAt, chunks }) => ({
		name,
		lastModified: modifiedAt,
		input: chunks,
	}));
	return makeZip(files) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
