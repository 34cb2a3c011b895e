import { AppError } from '../../lib/errors.ts';
import type { PackFile, PackManifest } from '../../packs/manifest.ts';
import type { TrustedLibraries } from '../../storage/trusted-libraries.ts';
import { libraries } from './libraries.ts';

type Trusted = Pick<TrustedLibraries, 'has'>;

/** Whether compiled code may run: it is one that ships with the app, or one that the person trusts. */
export async function isTrusted(digest: string, trusted: Trusted): Promise<boolean> {
	return libraries.some(({ sha256 }) => sha256 === digest) || trusted.has(digest);
}

/** Throws `untrusted` with `unknown-library`, its digest and the pack's name, for code that may not run. */
export async function requireTrusted(
	{ path, sha256 }: PackFile,
	{ name, source }: Pick<PackManifest, 'name' | 'source'>,
	trusted: Trusted,
): Promise<void> {
	if (await isTrusted(sha256, trusted)) return;
	throw new AppError('untrusted', `${path} is an unknown library`, {
		data: { reason: 'unknown-library', digest: sha256, name, source: source.name },
	});
}
