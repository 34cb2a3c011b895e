import type { PackEngine, PackManifest } from './manifest.ts';

/** A pack of which one engine's file set is complete and verified on this device. */
export interface InstalledPack {
	readonly manifest: PackManifest;
	readonly engine: PackEngine;
	/** Milliseconds since the epoch. */
	readonly installedAt: number;
}
