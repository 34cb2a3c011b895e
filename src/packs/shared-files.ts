import type { InstalledPack } from './installed-pack.ts';
import { distinctFiles, fileSetFor, type PackFile } from './manifest.ts';

const filesOf = ({ manifest, engine }: InstalledPack) =>
	distinctFiles(fileSetFor(manifest, engine));

const sum = (files: Iterable<PackFile>) => {
	let total = 0;
	for (const { bytes } of files) total += bytes;
	return total;
};

/** Bytes that the packs take on this device together: a file that several have is stored, and counted, once. */
export function bytesOfAll(packs: readonly InstalledPack[]): number {
	return sum(new Map(packs.flatMap(filesOf).map((file) => [file.sha256, file])).values());
}

/** What a pack has in common with others: the bytes, and the others. Deleting it does not free them. */
export function sharedFiles(
	pack: InstalledPack,
	packs: readonly InstalledPack[],
): { readonly bytes: number; readonly others: readonly InstalledPack[] } {
	const own = new Map(filesOf(pack).map((file) => [file.sha256, file]));
	const shared = new Map<string, PackFile>();
	const others: InstalledPack[] = [];
	for (const other of packs) {
		if (other.manifest.id === pack.manifest.id && other.engine === pack.engine) continue;
		const common = filesOf(other).filter(({ sha256 }) => own.has(sha256));
		for (const file of common) shared.set(file.sha256, file);
		if (common.length > 0) others.push(other);
	}
	return { bytes: sum(shared.values()), others };
}
