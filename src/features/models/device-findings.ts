import { chooseEngine } from '../../engines/choose.ts';
import type { DeviceReport } from '../../engines/device.ts';
import type { Messages } from '../../i18n/locales/en.ts';
import type { PackEngine, PackManifest } from '../../packs/manifest.ts';

export type Finding = keyof Messages['models']['findings'];

/** What a person should know about running the pack with `engine` on this device, the weightiest first. */
export function findingsOf(
	manifest: PackManifest,
	engine: PackEngine,
	device: DeviceReport,
): readonly Finding[] {
	const { gpu } = device;
	if (engine === 'wllama') {
		const choice = chooseEngine(manifest, device);
		const reason = choice.engine === 'wllama' ? choice.notGpu : undefined;
		return [
			...(isFinding(reason) ? [reason] : []),
			...(device.crossOriginIsolated ? [] : (['no-threads'] as const)),
		];
	}
	if (gpu.status !== 'available') return [gpu.status];
	if (gpu.software) return ['software'];
	return gpu.shaderF16 ? [] : ['no-f16'];
}

const REASONS: readonly string[] = ['no-webgpu', 'no-adapter', 'limits', 'no-library'];

function isFinding(reason: string | undefined): reason is Finding {
	return reason !== undefined && REASONS.includes(reason);
}
