import { tryLock } from '../lib/web-lock.ts';
import { installLock } from './installer.ts';
import type { PackEngine, PackManifest } from './manifest.ts';
import type { PackFiles } from './pack-files.ts';

/** Deletes what an installation brought, unless another tab goes on with it. */
export async function discardInstallation(
	files: PackFiles,
	manifest: PackManifest,
	engine: PackEngine,
): Promise<void> {
	const release = await tryLock(installLock(manifest.id));
	if (!release) return;
	try {
		await files.abandon(manifest, engine);
	} finally {
		release();
	}
}
