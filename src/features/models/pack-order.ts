import type { InstalledPack } from '../../packs/installed-pack.ts';
import { bytesOf, fileSetFor } from '../../packs/manifest.ts';
import type { PackUses } from '../../packs/pack-uses.svelte.ts';

export type PackOrder = 'last-use' | 'size';

/** The packs with the latest used, or the largest, first. One that was never used counts from its installation. */
export function inOrder(
	packs: readonly InstalledPack[],
	order: PackOrder,
	uses: Pick<PackUses, 'of'>,
): readonly InstalledPack[] {
	const rank = (pack: InstalledPack) =>
		order === 'size'
			? bytesOf(fileSetFor(pack.manifest, pack.engine))
			: (uses.of(pack).usedAt ?? pack.installedAt);
	return [...packs].sort((a, b) => rank(b) - rank(a));
}
