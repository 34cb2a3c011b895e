import type { DeviceReport } from '../../../engines/device.ts';
import type { DeviceKind } from '../../../engines/device-kind.ts';
import type { FitDevice } from '../../../packs/fit/fit.ts';

interface Circumstances {
	readonly kind: DeviceKind;
	readonly freeBytes: number | undefined;
	readonly isMetered: boolean;
}

/** The device and its line as the fit of a model is judged by them. */
export function fitDevice(
	{ gpu, memoryBytes }: Pick<DeviceReport, 'gpu' | 'memoryBytes'>,
	circumstances: Circumstances,
): FitDevice {
	if (gpu.status !== 'available') return { gpu, memoryBytes, ...circumstances };
	const features = [
		...(gpu.shaderF16 ? ['shader-f16'] : []),
		...(gpu.subgroups ? ['subgroups'] : []),
	];
	const { status, software, limits } = gpu;
	return { gpu: { status, software, features, limits }, memoryBytes, ...circumstances };
}
