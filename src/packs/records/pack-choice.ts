import { Manifest, PackEngineName, type PackEngine, type PackManifest } from '../manifest.ts';

/** The fields that say which files are meant: a pack, and the engine that reads them. */
export const packChoice = {
	manifest: Manifest,
	engine: PackEngineName,
};

/** Whether the manifest names files for the engine. */
export function hasItsEngine(choice: { manifest: PackManifest; engine: PackEngine }): boolean {
	const { manifest, engine } = choice;
	return manifest.fileSets.some((set) => set.engine === engine);
}
