import { probeDevice } from '../../src/engines/device.ts';

/** The WebGPU adapter as the browser describes it, and whether Quern takes it for a software one. */
export interface Adapter {
	readonly vendor: string;
	readonly architecture: string;
	readonly device: string;
	readonly description: string;
	readonly isFallbackAdapter: boolean;
	readonly isSoftware: boolean;
	readonly hasF16: boolean;
}

/** Undefined where there is no adapter. */
export async function describeAdapter(): Promise<Adapter | undefined> {
	const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
	if (!adapter) return undefined;
	const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
	const { gpu } = await probeDevice();
	return {
		vendor,
		architecture,
		device,
		description,
		isFallbackAdapter,
		isSoftware: gpu.status === 'available' && gpu.software,
		hasF16: adapter.features.has('shader-f16'),
	};
}
