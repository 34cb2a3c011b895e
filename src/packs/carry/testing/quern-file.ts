import { writeZip } from '../../../formats/zip/write-zip.ts';
import { createSha256 } from '../../../lib/sha256.ts';
import type { PackEngine, PackFile, PackManifest } from '../../manifest.ts';

/** A file of a made-up pack. */
export interface TestFile extends PackFile {
	readonly content: Uint8Array<ArrayBuffer>;
}

export async function testFile(path: string, text: string): Promise<TestFile> {
	const content = new TextEncoder().encode(text);
	return { path, bytes: content.length, sha256: await sha256OfText(text), content };
}

export async function sha256OfText(text: string): Promise<string> {
	const hash = await createSha256();
	hash.update(new TextEncoder().encode(text));
	return hash.digest();
}

/** A manifest that names these files for one engine. */
export function testManifest(
	files: readonly TestFile[],
	changes: Partial<PackManifest> = {},
	engine: PackEngine = 'wllama',
): PackManifest {
	const named = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
	return {
		schema: 1,
		id: 'made-up',
		name: 'Made up',
		tasks: ['chat'],
		languages: [],
		license: { spdx: 'Apache-2.0', holder: 'nobody' },
		source: { name: 'a test', revision: '1' },
		parameters: 1,
		quantization: 'none',
		contextWindow: 1,
		fileSets: [{ engine, files: named, memoryBytes: 1 }],
		...changes,
	};
}

/** A `.quern` file with this header, right or wrong, and these entries. */
export async function quernFile(
	header: unknown,
	entries: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
): Promise<File> {
	const text = typeof header === 'string' ? header : JSON.stringify(header);
	const all = { 'quern.json': new TextEncoder().encode(text), ...entries };
	const stream = await writeZip(
		Object.entries(all).map(([name, content]) => ({
			name,
			modifiedAt: new Date(0),
			chunks: new Blob([content]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>,
		})),
	);
	return new File([await new Response(stream).blob()], 'test.quern');
}

/** The entries that hold the files. */
export function entriesOf(files: readonly TestFile[]): Record<string, Uint8Array<ArrayBuffer>> {
	return Object.fromEntries(files.map(({ sha256, content }) => [`files/${sha256}`, content]));
}
