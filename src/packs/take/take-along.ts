import headers from '../../../security-headers.json';
import type { CallOptions } from '../../lib/call-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { ZipInput } from '../../formats/zip/write-zip.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { ExportProgress } from '../carry/export-pack.ts';
import type { PackChoice } from '../carry/pack-file.ts';
import { once, readVerified, type Origins } from '../carry/read-verified.ts';
import { writeArchive } from '../carry/write-archive.ts';
import { fileSetFor, type PackFile } from '../manifest.ts';
import type { BuiltApp } from './built-app.ts';
import { encodeIndex, INDEX_PATH } from './carried-packs.ts';

export interface TakeRequest {
	readonly app: BuiltApp;
	/** Absolute URL of the app's folder, with a slash at its end. */
	readonly baseUrl: string;
	/** Installed packs that come along. */
	readonly packs: readonly PackChoice[];
	/** Folders of `assets/engines/` that come along; of `optional` ones only where they can be had. */
	readonly engineFolders: {
		readonly needed: readonly string[];
		readonly optional: readonly string[];
	};
}

const FOLDER = 'quern';
const ENGINES = 'assets/engines/';
/** What the build has in this folder lies beside the app in the other one. */
const BESIDE = 'take-along/';

/**
 * Writes a zip that unpacks to the whole app, with packs, and a small server to start it from: to `target`, or
 * without it as a Blob with the last value. Files of the app are checked against the build's own digests,
 * stored ones against the manifests'. Throws `offline` for a file of the app that cannot be had now, `corrupt`
 * with `data.file`, `aborted`; `target` then stays as it was.
 */
export async function* takeAlong(
	request: TakeRequest,
	shards: Pick<ShardStore, 'read'>,
	target: FileSystemFileHandle | undefined,
	o: CallOptions = {},
): AsyncGenerator<ExportProgress> {
	const origins: Origins = new WeakMap();
	const files = packFilesOf(request.packs);
	const bytesTotal = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
	const modifiedAt = new Date();
	const entry = (name: string, chunks: ZipInput['chunks']): ZipInput => ({
		name: `${FOLDER}/${name}`,
		modifiedAt,
		chunks,
	});
	const text = (value: string) => once(new TextEncoder().encode(value));
	const inputs = [
		entry('headers.json', text(JSON.stringify(headers, undefined, '\t'))),
		...(await appEntries(request, o)).map(({ name, bytes }) => entry(name, once(bytes))),
		entry('app/sw.js', text(request.app.script)),
		entry(`app/${INDEX_PATH}`, once(encodeIndex(request.packs))),
		...[...files].map(([path, file]) =>
			entry(`app/packs/${path}`, readVerified(file, shards, origins, o)),
		),
	];
	yield* writeArchive(inputs, origins, target, bytesTotal);
}

/** By their path below `packs/`: two engines' sets of one pack may share files. */
function packFilesOf(packs: readonly PackChoice[]): Map<string, PackFile> {
	const all = packs.flatMap(({ manifest, engine }) =>
		fileSetFor(manifest, engine).files.map(
			(file) => [`${manifest.id}/${file.path}`, file] as const,
		),
	);
	return new Map(all);
}

interface AppEntry {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The app's own files. All are there before a byte is written: half an app is of no use. */
async function appEntries(
	{ app, baseUrl, engineFolders }: TakeRequest,
	{ signal }: CallOptions,
): Promise<AppEntry[]> {
	const entries: AppEntry[] = [];
	for (const { url, integrity } of app.files) {
		const folder = url.startsWith(ENGINES) ? url.slice(ENGINES.length).split('/')[0] : undefined;
		const isOptional = engineFolders.optional.includes(folder ?? '');
		if (folder && !isOptional && !engineFolders.needed.includes(folder)) continue;
		if (signal?.aborted) throw new AppError('aborted', 'stopped');
		const bytes = await fetchChecked(new URL(url, baseUrl), integrity).catch((error: unknown) => {
			if (isOptional) return undefined;
			throw error;
		});
		if (!bytes) continue;
		entries.push({ name: `app/${url}`, bytes });
		if (url.startsWith(BESIDE)) entries.push({ name: url.slice(BESIDE.length), bytes });
		if (url === 'licences.txt') entries.push({ name: 'LICENCES.txt', bytes });
	}
	return entries;
}

/** The browser compares the digest; what it refuses does not come. */
async function fetchChecked(url: URL, integrity: string): Promise<Uint8Array<ArrayBuffer>> {
	try {
		const response = await fetch(url, { integrity });
		if (!response.ok) throw new Error(`status ${response.status}`);
		return new Uint8Array(await response.arrayBuffer());
	} catch (cause) {
		throw new AppError('offline', `${url.href} cannot be had`, {
			cause,
			data: { reason: 'own-file' },
		});
	}
}
