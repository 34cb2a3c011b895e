import { AppError } from '../lib/errors.ts';
import type { GpuAdmission, GpuModel } from '../packs/carry/admit.ts';
import type { ConversionTarget } from '../packs/convert/conversion-target.ts';
import { isLayoutId } from '../packs/convert/layout-id.ts';
import type { PackEngine, PackManifest } from '../packs/manifest.ts';
import type { DeviceReport } from './device.ts';
import type { UnsupportedReason } from './engine.ts';
import {
	chooseLibrary,
	gpuAbilities,
	libraries,
	libraryShapes,
	RUNTIME_LIMITS,
} from './web-llm/libraries.ts';
import { addressOf } from './web-llm/library-address.ts';

/** Which engine, hence which of the pack's file sets, and for the processor why not the GPU. */
export type EngineChoice =
	| { readonly engine: 'web-llm' }
	| { readonly engine: 'wllama'; readonly notGpu: UnsupportedReason }
	/** Measures for itself whether the GPU or the processor is faster. */
	| { readonly engine: 'transformers' };

/** The engine that serves the pack best on this device. Throws `unsupported` where none can. */
export function chooseEngine(manifest: PackManifest, device: DeviceReport): EngineChoice {
	const has = (engine: PackEngine) => manifest.fileSets.some((set) => set.engine === engine);
	const choice = chooseLibrary(manifest, device);
	if (choice.ok && has('web-llm')) return { engine: 'web-llm' };
	const notGpu = choice.ok ? 'no-files' : choice.reason;
	if (has('wllama')) return { engine: 'wllama', notGpu };
	if (has('transformers')) return { engine: 'transformers' };
	throw new AppError('unsupported', `${manifest.id} cannot run here: ${notGpu}`, {
		data: { reason: notGpu },
	});
}

/** What running any model on the GPU asks of the device's limits. */
export const gpuRuntimeLimits: Readonly<Record<string, number>> = RUNTIME_LIMITS;

/** Whether any engine serves the pack on this device. */
export function canRun(manifest: PackManifest, device: DeviceReport): boolean {
	const has = (engine: PackEngine) => manifest.fileSets.some((set) => set.engine === engine);
	return (
		has('wllama') || has('transformers') || (has('web-llm') && chooseLibrary(manifest, device).ok)
	);
}

/** The models that a shipped library runs on the device's GPU, without one of their own. */
export function gpuModels(device: DeviceReport): GpuModel[] {
	return libraries.flatMap((library) => {
		const { model, quantization, sha256 } = library;
		const choice = chooseLibrary({ id: model, quantization }, device);
		const isChosen = choice.ok && choice.library.sha256 === sha256;
		return isChosen ? [{ model, quantization, library: { url: addressOf(library), sha256 } }] : [];
	});
}

/** What decides whether a pack that comes in a file can run on this device's GPU. */
export function gpuAdmission(device: DeviceReport): GpuAdmission {
	return {
		gpuModels: gpuModels(device),
		gpu: gpuAbilities(device),
		shippedLibraries: libraries.map(({ sha256 }) => sha256),
	};
}

/** What a GGUF file could be converted to, for a library that the app ships, and whether it runs on this device. */
export function conversionTargets(device: DeviceReport): ConversionTarget[] {
	return Object.entries(libraryShapes).flatMap(([model, shape]) => {
		const { quantization } = libraries.find((library) => library.model === model) ?? {};
		if (!quantization || !isLayoutId(quantization)) return [];
		const { ok } = chooseLibrary({ id: model, quantization }, device);
		return [{ model, layout: quantization, shape, runsHere: ok }];
	});
}
