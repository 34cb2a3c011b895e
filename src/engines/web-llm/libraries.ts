import manifest from '../../../public/libraries/manifest.json';
import { libraryOf, type FileSet, type PackFile, type PackManifest } from '../../packs/manifest.ts';
import type { DeviceLimits, DeviceReport, GpuReport } from '../device.ts';
import type { UnsupportedReason } from '../engine.ts';

/** A model's kernels compiled to WebAssembly and WGSL, as the app ships them. */
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

/** Packs bring their own library, or are run by one of the app's. */
export type LibraryChoice =
	| { readonly ok: true; readonly from: 'app'; readonly library: Library }
	| { readonly ok: true; readonly from: 'pack'; readonly library: PackFile }
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

/**
 * The library that runs the pack on the device, or why none does: the pack's own where it brings one, else the best
 * of those shipped. Whether one's own is trusted is another question: see `library-trust.ts`.
 */
export function chooseLibrary(
	pack: Pick<PackManifest, 'id' | 'quantization'> & Partial<Pick<PackManifest, 'fileSets'>>,
	{ gpu }: DeviceReport,
	shipped: readonly Library[] = libraries,
): LibraryChoice {
	if (gpu.status !== 'available') return { ok: false, reason: gpu.status };
	const set = pack.fileSets?.find(({ engine }) => engine === 'web-llm');
	const own = set && libraryOf(set);
	if (own) {
		if (!hasLimits(gpu, RUNTIME_LIMITS) || !meets(gpu, set.requires)) {
			return { ok: false, reason: 'limits' };
		}
		return { ok: true, from: 'pack', library: own };
	}
	const forPack = shipped.filter(
		({ model, quantization }) => model === pack.id && quantization === pack.quantization,
	);
	const forAdapter = forPack.filter(
		({ kernels, requires }) =>
			kernels === (gpu.software ? 'barrier-free' : 'tiled') &&
			requires.features.every((feature) => hasFeature(gpu, feature)),
	);
	if (forAdapter.length === 0) return { ok: false, reason: 'no-library' };
	const fitting = forAdapter.filter(({ requires }) =>
		[RUNTIME_LIMITS, requires.limits].every((needed) => hasLimits(gpu, needed)),
	);
	const library = fitting.find(({ dtype }) => dtype === 'f16') ?? fitting[0];
	return library ? { ok: true, from: 'app', library } : { ok: false, reason: 'limits' };
}

type Gpu = Extract<GpuReport, { status: 'available' }>;

/** Of WebGPU's features WebLLM asks the device for these two, and a library has no other. */
function hasFeature(gpu: Gpu, feature: string): boolean {
	if (feature === 'shader-f16') return gpu.shaderF16;
	return feature === 'subgroups' && gpu.subgroups;
}

/** Likewise of the limits: what WebLLM does not raise, a library cannot have more of. */
function hasLimits(gpu: Gpu, needed: Readonly<Record<string, number>>): boolean {
	const limits: Readonly<Record<string, number>> = gpu.limits;
	return Object.entries(needed).every(([limit, value]) => (limits[limit] ?? 0) >= value);
}

function meets(gpu: Gpu, requires: FileSet['requires']): boolean {
	const { features = [], limits = {} } = requires ?? {};
	return features.every((feature) => hasFeature(gpu, feature)) && hasLimits(gpu, limits);
}
