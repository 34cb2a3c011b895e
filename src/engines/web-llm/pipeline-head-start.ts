import { shaderSources } from './shader-sources.ts';

const BINDING = /@group\(0\) @binding\((\d+)\) var<(uniform|storage, read|storage, read_write)>/g;
const ENTRY_POINT = /@compute[^{]*?\bfn (\w+)\(/;

const BUFFER_TYPES: Readonly<Record<string, GPUBufferBindingType>> = {
	uniform: 'uniform',
	'storage, read': 'read-only-storage',
	'storage, read_write': 'storage',
};

/**
 * Begins to compile the library's kernels while the weights are still being read: WebLLM begins only
 * then, and it is the longest part of a load. When WebLLM asks the device for the pipeline of a kernel
 * that is under way, it is given that one; any other is compiled as ever.
 */
export function compileAhead(device: GPUDevice, library: ArrayBuffer): void {
	const begun = new Map<string, Promise<GPUComputePipeline>>();
	const codes = new WeakMap<GPUShaderModule, string>();

	const createShaderModule = device.createShaderModule.bind(device);
	device.createShaderModule = (descriptor) => {
		const module = createShaderModule(descriptor);
		codes.set(module, descriptor.code);
		return module;
	};
	const createPipeline = device.createComputePipelineAsync.bind(device);
	device.createComputePipelineAsync = (descriptor) => {
		const code = codes.get(descriptor.compute.module) ?? '';
		const pipeline = begun.get(code);
		begun.delete(code);
		return pipeline?.catch(() => createPipeline(descriptor)) ?? createPipeline(descriptor);
	};

	for (const code of shaderSources(library)) {
		const pipeline = createPipeline({
			layout: device.createPipelineLayout({ bindGroupLayouts: [layoutOf(device, code)] }),
			compute: {
				module: createShaderModule({ code }),
				entryPoint: ENTRY_POINT.exec(code)?.[1] ?? '',
			},
		});
		pipeline.catch(() => {});
		begun.set(code, pipeline);
	}
}

/** The layout that WebLLM makes for the same kernel: WebGPU takes two that are equal for one. */
function layoutOf(device: GPUDevice, code: string): GPUBindGroupLayout {
	const entries = Array.from(code.matchAll(BINDING), ([, binding, access]) => ({
		binding: Number(binding),
		visibility: GPUShaderStage.COMPUTE,
		buffer: { type: BUFFER_TYPES[access!]! },
	}));
	return device.createBindGroupLayout({ entries });
}
