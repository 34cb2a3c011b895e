import { AppError } from '../../lib/errors.ts';
import { openZip, type ZipEntry } from '../../formats/zip/open-zip.ts';
import { readEntry } from '../../formats/zip/read-entry.ts';
import { distinctFiles, fileSetFor } from '../manifest.ts';
import { entryName, HEADER_NAME, parseHeader } from './pack-file.ts';
import type { PackSource } from './pack-source.ts';

/** A manifest of a thousand shards takes a fifth of this. */
const MAX_HEADER_BYTES = 1 << 20;

/**
 * Opens a `.quern` file: the header, and exactly the files that its manifest names for its engine, each with
 * its length. Reads no more than headers. Throws as `openZip` and `parseHeader` do.
 */
export async function openPackFile(file: Blob): Promise<PackSource> {
	const [header, ...entries] = await openZip(file);
	if (header?.name !== HEADER_NAME || header.blob.size > MAX_HEADER_BYTES) {
		throw new AppError('invalid-input', `${HEADER_NAME} is not the first entry, or too long`);
	}
	const { manifest, engine } = parseHeader(await textOf(header));
	const byName = new Map(entries.map((entry) => [entry.name, entry]));
	const files = distinctFiles(fileSetFor(manifest, engine));
	for (const { path, sha256, bytes } of files) {
		if (byName.get(entryName(sha256))?.blob.size === bytes) continue;
		throw new AppError('corrupt', `${path} is missing, or has another length`, {
			data: { file: path },
		});
	}
	if (entries.length !== files.length) {
		throw new AppError('invalid-input', 'entries that the manifest does not name');
	}
	const entryOf = (sha256: string) => byName.get(entryName(sha256)) as ZipEntry;
	return {
		manifest,
		engine,
		chunks: (sha256, o) => readEntry(entryOf(sha256), o),
		blob: (sha256) => entryOf(sha256).blob,
	};
}

async function textOf(entry: ZipEntry): Promise<string> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const bytes of readEntry(entry)) parts.push(bytes);
	return new Blob(parts).text();
}
