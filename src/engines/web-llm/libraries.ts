import manifest from '../../../public/libraries/manifest.json';
import type { PackManifest } from '../../packs/manifest.ts';
import { LIMITS, type DeviceLimits, type DeviceReport } from '../device.ts';
import type { UnsupportedReason } from '../engine.ts';

/** A model's kernels compiled to WebAssembly and WGSL: code, so it runs only if its digest is shipped. */
export interface Library {
	readonly id: string;
	/** Address below `libraries/`. */
	readonly file: string;
	readonly bytes: number;
	/** Lowercase hex. */
	readonly sha256: string;
	/** Id of the pack whose weights it reads, and how they are packed. */
	readonly model: string;
	readonly quantization: string;
	/** Barrier-free kernels are for adapters that compute on the processor, tiled ones for GPUs. */
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

/** What @mlc-ai/web-llm 0.2.86 itself asks of a device, whatever the library (`detectGPUDevice`). */
const RUNTIME_LIMITS: Partial<DeviceLimits> = {
	maxBufferSize: 2 ** 28,
	maxStorageBufferBindingSize: 2 ** 27,
	maxComputeWorkgroupStorageSize: 2 ** 15,
	maxStorageBuffersPerShaderStage: 10,
};

/** The libraries that this build ships. Compiled into the app: a changed file on the server is found out. */
export const libraries = manifest.libraries as readonly Library[];

/** The library that runs the pack best on the device, or why none does. */
export function chooseLibrary(
	pack: Pick<PackManifest, 'id' | 'quantization'>,
	{ gpu }: DeviceReport,
	shipped: readonly Library[] = libraries,
): LibraryChoice {
	if (gpu.status !== 'available') return { ok: false, reason: gpu.status };
	const forPack = shipped.filter(
		({ model, quantization }) => model === pack.id && quantization === pack.quantization,
	);
	const forAdapter = forPack.filter(
		({ kernels, requires }) =>
			kernels === (gpu.software ? 'barrier-free' : 'tiled') &&
			requires.features.every((feature) => feature === 'shader-f16' && gpu.shaderF16),
	);
	if (forAdapter.length === 0) return { ok: false, reason: 'no-library' };
	const fitting = forAdapter.filter(({ requires }) =>
		[RUNTIME_LIMITS, requires.limits].every((needed) =>
			LIMITS.every((limit) => gpu.limits[limit] >= (needed[limit] ?? 0)),
		),
	);
	const library = fitting.find(({ dtype }) => dtype === 'f16') ?? fitting[0];
	return library ? { ok: true, library } : { ok: false, reason: 'limits' };
}
