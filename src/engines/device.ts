/** The limits that decide whether a compiled library's kernels fit. Bytes, except the last. */
export const LIMITS = [
	'maxBufferSize',
	'maxStorageBufferBindingSize',
	'maxComputeWorkgroupStorageSize',
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
		gpu: await probeGpu(),
		crossOriginIsolated: globalThis.crossOriginIsolated,
		threads: navigator.hardwareConcurrency,
		memoryBytes: deviceMemory === undefined ? undefined : deviceMemory * 2 ** 30,
	};
}

async function probeGpu(): Promise<GpuReport> {
	// Typed as always there, but missing without a secure context and in older browsers.
	const gpu = navigator.gpu as GPU | undefined;
	if (!gpu) return { status: 'no-webgpu' };
	const adapter = await gpu
		.requestAdapter({ powerPreference: 'high-performance' })
		.catch(() => null);
	if (!adapter) return { status: 'no-adapter' };
	const { vendor, architecture } = adapter.info;
	return {
		status: 'available',
		software: isSoftware(adapter),
		vendor,
		architecture,
		shaderF16: adapter.features.has('shader-f16'),
		limits: {
			maxBufferSize: adapter.limits.maxBufferSize,
			maxStorageBufferBindingSize: adapter.limits.maxStorageBufferBindingSize,
			maxComputeWorkgroupStorageSize: adapter.limits.maxComputeWorkgroupStorageSize,
			maxComputeInvocationsPerWorkgroup: adapter.limits.maxComputeInvocationsPerWorkgroup,
		},
	};
}

/** Software rasterizers by the names they give themselves: SwiftShader, Mesa's llvmpipe, Windows' WARP. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|microsoft basic render|warp/i;

function isSoftware({ info }: GPUAdapter): boolean {
	return (
		info.isFallbackAdapter ||
		SOFTWARE.test(`${info.vendor} ${info.architecture} ${info.device} ${info.description}`)
	);
}
