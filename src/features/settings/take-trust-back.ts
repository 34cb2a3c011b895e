import { libraryOf } from '../../packs/manifest.ts';
import type { Services } from '../feature.ts';

/**
 * Takes the trust in a library back. A model that it runs at this moment is unloaded first: throws `busy` while that
 * one answers.
 */
export async function takeTrustBack(
	{ engine, trustedLibraries }: Pick<Services, 'engine' | 'trustedLibraries'>,
	digest: string,
): Promise<void> {
	const sets = engine.pack?.manifest.fileSets ?? [];
	if (sets.some((set) => libraryOf(set)?.sha256 === digest)) await engine.unload();
	await trustedLibraries.revoke(digest);
}
