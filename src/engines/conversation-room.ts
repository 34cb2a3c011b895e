import type { InstalledPack } from '../packs/installed-pack.ts';
import { fileSetFor } from '../packs/manifest.ts';
import type { Settings } from '../storage/settings.ts';

/** Tokens below which a conversation makes no sense. */
const LEAST_ROOM = 1024;

/** The pack with as much room for a conversation as this device has been found to bear. */
export function withRoom(pack: InstalledPack, settings: Pick<Settings, 'get'>): InstalledPack {
	const room = settings.get('rooms')[pack.manifest.id];
	if (room === undefined || room >= pack.manifest.contextWindow) return pack;
	return { ...pack, manifest: { ...pack.manifest, contextWindow: room } };
}

/** Half of the room that the pack has now, in tokens; undefined where that would be too little. */
export function halfTheRoom({ manifest }: InstalledPack): number | undefined {
	const half = Math.max(LEAST_ROOM, Math.floor(manifest.contextWindow / 2));
	return half < manifest.contextWindow ? half : undefined;
}

/** Of the installed packs that chat, the largest that takes less memory than `pack`. */
export function smallerPack(
	installed: readonly InstalledPack[],
	pack: InstalledPack,
): InstalledPack | undefined {
	const memoryOf = ({ manifest, engine }: InstalledPack) =>
		fileSetFor(manifest, engine).memoryBytes;
	return installed
		.filter(({ manifest }) => manifest.tasks.includes('chat'))
		.filter((other) => memoryOf(other) < memoryOf(pack))
		.toSorted((a, b) => memoryOf(b) - memoryOf(a))[0];
}
