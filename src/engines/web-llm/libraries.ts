import type { PackManifest } from '../../packs/manifest.ts';
import type { DeviceLimits, DeviceReport } from '../device.ts';
import type { UnsupportedReason } from '../engine.ts';

/** A model's kernels compiled to WebAssembly and WGSL: code, so it runs only if its digest is shipped. */
export interface Library {
	readonly id: string;
	/** Address below `libraries/`. */
	readonly file: string;
	readonly bytes: number;
	/** Lowercase hex. */
	readonly sha256: string;
	/** Id of the pack whose weights it reads, and their packing. */
	readonly model: string;
	readonly quantization: string;
	readonly kernels: 'barrier-free' | 'tiled';
	readonly dtype: 'f32' | 'f16';
	readonly requires: {
		readonly features: readonly string[];
		readonly limits: Partial<DeviceLimits>;
	};
}

export type LibraryChoice =
	| { readonly ok: true; readonly library: Library }
	| { readonly ok: false; readonly reason: UnsupportedReason };
