import { AppError } from '../../lib/errors.ts';
import { fileSetFor, libraryOf } from '../../packs/manifest.ts';
import type { ShardStore } from '../../storage/shard-store.ts';
import type { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import { libraries } from './libraries.ts';
import { fetchLibrary, isWasm } from './library-bytes.ts';
import { requireTrusted } from './library-trust.ts';
import { VerifiedFiles } from '../verified-files.ts';
import type { LoadCall } from './worker-contract.ts';

/** A library under a name of its own, and its bytes on their way. */
interface OpenLibrary {
	readonly file: string;
	readonly bytes: Promise<ArrayBuffer>;
}

/**
 * The code that a load runs: the pack's own library from the store, if it is trusted, else the shipped one. Either is
 * run only with the digest that this worker itself finds it must have. Throws `untrusted` before a byte
 * of an unknown one is read.
 */
export async function openLibrary(
	{ pack, shipped }: Pick<LoadCall, 'pack' | 'shipped'>,
	store: Pick<ShardStore, 'read' | 'readBytes'>,
	trusted: Pick<TrustedLibraries, 'has'>,
): Promise<OpenLibrary> {
	const own = libraryOf(fileSetFor(pack.manifest, 'web-llm'));
	if (own) {
		await requireTrusted(own, pack.manifest, trusted);
		const bytes = new VerifiedFiles(store, [own]).read(own).then((read) => {
			if (isWasm(read)) return read;
			throw new AppError('corrupt', `${own.path} is no library`, { data: { file: own.path } });
		});
		bytes.catch(() => {});
		return { file: own.path, bytes };
	}
	const library = libraries.find(({ id }) => id === shipped?.id);
	if (!library || !shipped) throw new AppError('internal', `no library called ${shipped?.id}`);
	const bytes = fetchLibrary(library, shipped.url);
	bytes.catch(() => {});
	return { file: library.file, bytes };
}
