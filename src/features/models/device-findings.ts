import type { DeviceReport } from '../../engines/device.ts';
import type { UnsupportedReason } from '../../engines/engine.ts';
import type { Messages } from '../../i18n/locales/en.ts';
import type { PackEngine } from '../../packs/manifest.ts';

export type Finding = keyof Messages['models']['findings'];

/** Why the processor does the work, for those reasons that a person is told. */
const NOT_GPU: Partial<Record<UnsupportedReason, Finding>> = {
	'no-webgpu': 'no-webgpu',
	'no-adapter': 'no-adapter',
	limits: 'limits',
	'no-library': 'no-library',
};

/**
 * What a person should know about running a pack with `engine` on this device, the weightiest first.
 * `notGpu` is why the GPU does not do it.
 */
export function findingsOf(
	engine: PackEngine,
	{ gpu, crossOriginIsolated }: DeviceReport,
	notGpu: UnsupportedReason | undefined,
): readonly Finding[] {
	if (engine === 'wllama') {
		const reason = notGpu && NOT_GPU[notGpu];
		return [...(reason ? [reason] : []), ...(crossOriginIsolated ? [] : ['no-threads' as const])];
	}
	// It measures for itself which of the two is faster: neither is a defect.
	if (engine === 'transformers') return [];
	if (gpu.status !== 'available') return [gpu.status];
	if (gpu.software) return ['software'];
	return gpu.shaderF16 ? [] : ['no-f16'];
}
