import { pausedInstallation, type Installation } from './installation.ts';
import { fileSetFor } from './manifest.ts';
import type { PackFiles } from './pack-files.ts';
import type { PendingInstallationRepository } from './pending-installation-repository.ts';

/** Installations that were begun and can go on: by a download, or by the device near that passed on the rest. */
export async function begunInstallations(
	pending: PendingInstallationRepository,
	files: PackFiles,
): Promise<{ readonly byDownload: Installation[]; readonly byHand: Installation[] }> {
	const begun = await Promise.all(
		(await pending.list()).items
			.filter(({ fromFile, removed }) => !fromFile && !removed)
			.map(async ({ manifest, engine, fromHand }) => {
				const bytesDone = await files.bytesStored(fileSetFor(manifest, engine));
				return { fromHand, installation: pausedInstallation(manifest, engine, bytesDone) };
			}),
	);
	const of = (isByHand: boolean) =>
		begun
			.filter(({ fromHand }) => Boolean(fromHand) === isByHand)
			.map(({ installation }) => installation);
	return { byDownload: of(false), byHand: of(true) };
}
