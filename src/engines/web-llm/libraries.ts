import manifest from '../../../public/libraries/manifest.json';
import { meets, type DeviceAbilities } from '../../packs/device-abilities.ts';
import type { ModelShape } from '../../packs/convert/model-shape.ts';
import { libraryOf, type PackFile, type PackManifest } from '../../packs/manifest.ts';
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
		readonly features: string[];
		readonly limits: Record<string, number>;
	};
}

/** Packs bring their own library, or are run by one of the app's. */
export type LibraryChoice =
	| { readonly ok: true; readonly from: 'app'; readonly library: Library }
	| { readonly ok: true; readonly from: 'pack'; readonly library: PackFile }
	| { readonly ok: false; readonly reason: UnsupportedReason };

/** What @mlc-ai/web-llm 0.2.86 itself asks of a device, whatever the library (`detectGPUDevice`). */
export const RUNTIME_LIMITS = {
	maxBufferSize: 2 ** 28,
	maxStorageBufferBindingSize: 2 ** 27,
	maxComputeWorkgroupStorageSize: 2 ** 15,
	maxStorageBuffersPerShaderStage: 10,
} satisfies Partial<DeviceLimits>;

/** The libraries that this build ships. Compiled into the app: a changed file on the server is found out. */
export const libraries = manifest.libraries as readonly Library[];

/** What a model must be like to run on the libraries that are compiled for the model of this id. */
export const libraryShapes: Readonly<Record<string, ModelShape>> = manifest.models;

/**
 * The library that runs the pack on the device, or why none does: the pack's own where it brings one, else the best
 * of those shipped. Whether one's own is trusted is another question: see `library-trust.ts`.
 */
export function chooseLibrary(
	pack: Pick<PackManifest, 'id' | 'quantization'> & Partial<Pick<PackManifest, 'fileSets'>>,
	device: DeviceReport,
	shipped: readonly Library[] = libraries,
): LibraryChoice {
	const { gpu } = device;
	if (gpu.status !== 'available') return { ok: false, reason: gpu.status };
	const abilities = gpuAbilities(device);
	const set = pack.fileSets?.find(({ engine }) => engine === 'web-llm');
	const own = set && libraryOf(set);
	if (own) {
		const runs = abilities && meets(abilities, set.requires);
		return runs ? { ok: true, from: 'pack', library: own } : { ok: false, reason: 'limits' };
	}
	const shape = set?.libraryModel ?? pack.id;
	const forPack = shipped.filter(
		({ model, quantization }) => model === shape && quantization === pack.quantization,
	);
	const features = featuresOf(gpu);
	const forAdapter = forPack.filter(
		({ kernels, requires }) =>
			kernels === (gpu.software ? 'barrier-free' : 'tiled') &&
			requires.features.every((name) => features.includes(name)),
	);
	if (forAdapter.length === 0) return { ok: false, reason: 'no-library' };
	const fitting = forAdapter.filter(({ requires }) => abilities && meets(abilities, requires));
	const library = fitting.find(({ dtype }) => dtype === 'f16') ?? fitting[0];
	return library ? { ok: true, from: 'app', library } : { ok: false, reason: 'limits' };
}

/**
 * What a library may use on the device; undefined where WebLLM itself does not run. It asks for these two features
 * and raises these limits, so a library has nothing beyond them.
 */
export function gpuAbilities({ gpu }: DeviceReport): DeviceAbilities | undefined {
	if (gpu.status !== 'available') return undefined;
	const abilities = { features: featuresOf(gpu), limits: gpu.limits };
	return meets(abilities, { limits: RUNTIME_LIMITS }) ? abilities : undefined;
}

function featuresOf(gpu: Extract<GpuReport, { status: 'available' }>): string[] {
	return [...(gpu.shaderF16 ? ['shader-f16'] : []), ...(gpu.subgroups ? ['subgroups'] : [])];
}
