import type { DeviceReport } from '../../engines/device.ts';
import type { Messages } from '../../i18n/locales/en.ts';

/** What a device can do for models, in sentences: the graphics chip, the processor, the memory. */
export function describeDevice(device: DeviceReport, messages: Messages['settings']): string[] {
	const { gpu, threads, crossOriginIsolated, memoryBytes } = device;
	const lines = [];
	if (gpu.status === 'no-webgpu') lines.push(messages.deviceNoWebGpu);
	if (gpu.status === 'no-adapter') lines.push(messages.deviceNoAdapter);
	if (gpu.status === 'available') {
		const name = [gpu.vendor, gpu.architecture].filter(Boolean).join(' ');
		lines.push(
			gpu.software ? messages.deviceSoftwareGpu : messages.deviceGpu({ name: name || 'WebGPU' }),
			gpu.shaderF16 ? messages.deviceHalfPrecision : messages.deviceNoHalfPrecision,
		);
	}
	lines.push(
		crossOriginIsolated
			? messages.deviceThreads({ count: threads })
			: messages.deviceOneThread({ count: threads }),
	);
	if (memoryBytes !== undefined) lines.push(messages.deviceMemory({ bytes: memoryBytes }));
	return lines;
}
