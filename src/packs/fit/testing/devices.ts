import type { FitDevice } from '../fit.ts';

export const GIB = 2 ** 30;
export const MIB = 2 ** 20;

const gpu = (binding: number, features: string[], software = false): FitDevice['gpu'] => ({
	status: 'available',
	software,
	features,
	limits: {
		maxBufferSize: Math.max(binding, 256 * MIB),
		maxStorageBufferBindingSize: binding,
		maxComputeWorkgroupStorageSize: 32 * 1024,
		maxStorageBuffersPerShaderStage: 10,
	},
});

const device = (change: Partial<FitDevice>): FitDevice => ({
	gpu: gpu(2 * GIB, ['shader-f16']),
	memoryBytes: undefined,
	kind: 'computer',
	freeBytes: 100 * GIB,
	isMetered: false,
	...change,
});

/** Devices as browsers describe them. */
export const devices = {
	iphone: device({ kind: 'iphone', gpu: gpu(GIB, ['shader-f16']) }),
	/** 4 GB Android with a GPU that binds 128 MiB at most. */
	smallPhone: device({
		kind: 'phone',
		gpu: gpu(128 * MIB, ['shader-f16']),
		memoryBytes: 4 * GIB,
		freeBytes: 3 * GIB,
	}),
	phone: device({ kind: 'phone', gpu: gpu(GIB, ['shader-f16']), memoryBytes: 8 * GIB }),
	laptopWithoutF16: device({ gpu: gpu(GIB, []), memoryBytes: 8 * GIB }),
	oldLaptop: device({ gpu: gpu(GIB, []), memoryBytes: 4 * GIB }),
	desktop: device({ memoryBytes: 16 * GIB }),
	/** Firefox and Safari do not tell the memory. */
	untold: device({}),
	software: device({ gpu: gpu(GIB, [], true), memoryBytes: 8 * GIB }),
	withoutWebGpu: device({ gpu: { status: 'no-webgpu' }, memoryBytes: 4 * GIB }),
	withoutAdapter: device({ gpu: { status: 'no-adapter' } }),
} as const satisfies Record<string, FitDevice>;
