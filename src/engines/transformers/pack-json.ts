import type { PackFile } from '../../packs/manifest.ts';
import type { VerifiedFiles } from '../verified-files.ts';

/** What is in a JSON file of the pack, or undefined where the pack has none. Throws `corrupt`, SyntaxError. */
export async function packJson<T>(
	path: string,
	files: readonly PackFile[],
	verified: VerifiedFiles,
): Promise<T | undefined> {
	const file = files.find((candidate) => candidate.path === path);
	return file && JSON.parse(new TextDecoder().decode(await verified.read(file)));
}
