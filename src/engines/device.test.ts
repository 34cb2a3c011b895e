import { describe, expect, it } from 'vitest';
import { probeGpu } from './device.ts';

const limits = {
	maxBufferSize: 4,
	maxStorageBufferBindingSize: 3,
	maxComputeWorkgroupStorageSize: 2,
	maxStorageBuffersPerShaderStage: 8,
	maxComputeInvocationsPerWorkgroup: 1,
};

/** An adapter as the WebGPU specification describes it, as far as the probe looks. */
function gpuWith(info: Partial<GPUAdapterInfo> | undefined, features: string[] = []) {
	const none = { vendor: '', architecture: '', device: '', description: '' };
	const adapter = { info: info && { ...none, ...info }, features: new Set(features), limits };
	return { requestAdapter: async () => adapter as unknown as GPUAdapter };
}

describe('probeGpu', () => {
	it('tells a browser without WebGPU from one without a GPU', async () => {
		const failing = { requestAdapter: () => Promise.reject(new Error('lost')) };
		expect(await probeGpu(undefined)).toEqual({ status: 'no-webgpu' });
		expect(await probeGpu({ requestAdapter: async () => null })).toEqual({ status: 'no-adapter' });
		expect(await probeGpu(failing)).toEqual({ status: 'no-adapter' });
	});

	it('reports features and limits', async () => {
		expect(await probeGpu(gpuWith({ vendor: 'apple' }, ['shader-f16']))).toEqual({
			status: 'available',
			software: false,
			vendor: 'apple',
			architecture: '',
			shaderF16: true,
			subgroups: false,
			limits,
		});
		expect(await probeGpu(gpuWith({ vendor: 'arm' }))).toMatchObject({ shaderF16: false });
	});

	it.each<[Partial<GPUAdapterInfo> | undefined, boolean]>([
		[{ vendor: 'google', architecture: 'swiftshader' }, true],
		[{ vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }, true],
		[{ vendor: 'microsoft', architecture: 'warp' }, true],
		[{ vendor: 'microsoft', description: 'Microsoft Basic Render Driver' }, true],
		[{ vendor: 'x', isFallbackAdapter: true }, true],
		[{ vendor: 'nvidia', architecture: 'hopper', description: 'NVIDIA H200' }, false],
		[{ vendor: 'intel', architecture: 'gen-12lp' }, false],
		[undefined, false],
	])('%j: software is %s', async (info, software) => {
		expect(await probeGpu(gpuWith(info))).toMatchObject({ software });
	});
});
