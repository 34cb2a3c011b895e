/** The limits that decide whether a compiled library's kernels fit: three of bytes, two of numbers. */
export const LIMITS = [
	'maxBufferSize',
	'maxStorageBufferBindingSize',
	'maxComputeWorkgroupStorageSize',
	'maxStorageBuffersPerShaderStage',
	'maxComputeInvocationsPerWorkgroup',
] as const;

export type DeviceLimits = Readonly<Record<(typeof LIMITS)[number], number>>;

export type GpuReport =
	/** The browser has no WebGPU, or the page is not in a secure context. */
	| { readonly status: 'no-webgpu' }
	/** The browser has WebGPU and found no GPU that it trusts. */
	| { readonly status: 'no-adapter' }
	| {
			readonly status: 'available';
			/** The adapter computes on the processor: kernels made for a GPU crawl there. */
			readonly software: boolean;
			readonly vendor: string;
			readonly architecture: string;
			readonly shaderF16: boolean;
			readonly subgroups: boolean;
			readonly limits: DeviceLimits;
	  };

/** What this device can do for an engine: plain data, found out without loading anything. */
export interface DeviceReport {
	readonly gpu: GpuReport;
	/** Whether wasm may use threads (SharedArrayBuffer needs cross-origin isolation). */
	readonly crossOriginIsolated: boolean;
	/** Logical processors. */
	readonly threads: number;
	/** Main memory in bytes as the browser tells it (rounded and capped), where it does. */
	readonly memoryBytes: number | undefined;
}

/** Asks the browser about its GPU, threads and memory. Never throws: what fails is reported. */
export async function probeDevice(): Promise<DeviceReport> {
	const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
	return {
		gpu: await probeGpu(navigator.gpu as GPU | undefined),
		crossOriginIsolated: globalThis.crossOriginIsolated,
		threads: navigator.hardwareConcurrency,
		memoryBytes: deviceMemory === undefined ? undefined : deviceMemory * 2 ** 30,
	};
}

/** What the browser tells of its GPU. `gpu` is missing in older browsers and without a secure context. */
export async function probeGpu(gpu: Pick<GPU, 'requestAdapter'> | undefined): Promise<GpuReport> {
	if (!gpu) return { status: 'no-webgpu' };
	const adapter = await gpu
		.requestAdapter({ powerPreference: 'high-performance' })
		.catch(() => null);
	if (!adapter) return { status: 'no-adapter' };
	const { features, limits } = adapter;
	// Browsers that came early to WebGPU have no `info`.
	const info = (adapter.info as AdapterInfo | undefined) ?? NO_INFO;
	return {
		status: 'available',
		software: isSoftware(info),
		vendor: info.vendor,
		architecture: info.architecture,
		shaderF16: features.has('shader-f16'),
		subgroups: features.has('subgroups'),
		limits: {
			maxBufferSize: limits.maxBufferSize,
			maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
			maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
			maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
			maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
		},
	};
}

type AdapterInfo = Pick<
	GPUAdapterInfo,
	'vendor' | 'architecture' | 'device' | 'description' | 'isFallbackAdapter'
>;

const NO_INFO: AdapterInfo = {
	vendor: '',
	architecture: '',
	device: '',
	description: '',
	isFallbackAdapter: false,
};

/** Software rasterizers by the names they give themselves: SwiftShader, Mesa's llvmpipe, Windows' WARP. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|microsoft basic render|\bwarp\b/i;

function isSoftware({ vendor, architecture, device, description, isFallbackAdapter }: AdapterInfo) {
	const names = [vendor, architecture, device, description].join(' ');
	return isFallbackAdapter || SOFTWARE.test(names);
}
