import { describe, expect, it } from 'vitest';
import type { FileSet } from '../../packs/manifest.ts';
import type { DeviceLimits, DeviceReport, GpuReport } from '../device.ts';
import { chooseLibrary, libraries, type Library } from './libraries.ts';

const limits: DeviceLimits = {
	maxBufferSize: 2 ** 30,
	maxStorageBufferBindingSize: 2 ** 30,
	maxComputeWorkgroupStorageSize: 32768,
	maxStorageBuffersPerShaderStage: 10,
	maxComputeInvocationsPerWorkgroup: 256,
};

const gpu = {
	status: 'available',
	software: false,
	vendor: 'nvidia',
	architecture: 'hopper',
	shaderF16: true,
	subgroups: false,
	limits,
} satisfies GpuReport;

type Gpu = Extract<GpuReport, { status: 'available' }>;

const device = (gpu: GpuReport): DeviceReport => ({
	gpu,
	crossOriginIsolated: true,
	threads: 8,
	memoryBytes: undefined,
});

const library = (kernels: Library['kernels'], dtype: Library['dtype']): Library => ({
	id: `${kernels}.${dtype}`,
	file: `${kernels}.${dtype}.wasm`,
	bytes: 1,
	sha256: '0'.repeat(64),
	model: 'm',
	quantization: 'q4_1',
	kernels,
	dtype,
	requires: {
		features: dtype === 'f16' ? ['shader-f16'] : [],
		limits: { maxComputeInvocationsPerWorkgroup: 256, maxStorageBufferBindingSize: 2 ** 27 },
	},
});

const shipped = [library('barrier-free', 'f32'), library('tiled', 'f32'), library('tiled', 'f16')];
const pack = { id: 'm', quantization: 'q4_1' };

describe('chooseLibrary', () => {
	it.each<[string, GpuReport, string]>([
		['a GPU with f16', gpu, 'tiled.f16'],
		['a GPU without f16', { ...gpu, shaderF16: false }, 'tiled.f32'],
		['a software adapter', { ...gpu, software: true, shaderF16: false }, 'barrier-free.f32'],
		['a software adapter with f16', { ...gpu, software: true }, 'barrier-free.f32'],
	])('takes for %s', (_, report, id) => {
		expect(chooseLibrary(pack, device(report), shipped)).toMatchObject({ library: { id } });
	});

	it.each<[string, GpuReport, typeof pack, string]>([
		['no WebGPU', { status: 'no-webgpu' }, pack, 'no-webgpu'],
		['no adapter', { status: 'no-adapter' }, pack, 'no-adapter'],
		[
			'limits too small for the library',
			{ ...gpu, limits: { ...limits, maxComputeInvocationsPerWorkgroup: 128 } },
			pack,
			'limits',
		],
		[
			'limits too small for WebLLM',
			{ ...gpu, limits: { ...limits, maxComputeWorkgroupStorageSize: 2 ** 14 } },
			pack,
			'limits',
		],
		['a model nobody compiled', gpu, { id: 'other', quantization: 'q4_1' }, 'no-library'],
		['another packing', gpu, { id: 'm', quantization: 'q8_0' }, 'no-library'],
	])('says why not for %s', (_, report, manifest, reason) => {
		expect(chooseLibrary(manifest, device(report), shipped)).toEqual({ ok: false, reason });
	});
});

describe('a library that the pack brings along', () => {
	const file = { path: 'm.wasm', bytes: 1, sha256: '1'.repeat(64) };
	const own = (requires: FileSet['requires'], id = 'm') => ({
		id,
		quantization: 'q4_1',
		fileSets: [
			{ engine: 'web-llm', files: [file], library: 'm.wasm', requires, memoryBytes: 1 } as FileSet,
		],
	});

	it.each<[string, FileSet['requires'], string?]>([
		['is preferred to one that ships', undefined],
		['runs a model that nobody else compiled', undefined, 'other'],
		['may need what the device has', { features: ['shader-f16'], limits: { maxBufferSize: 1 } }],
	])('%s', (_, requires, id) => {
		const choice = chooseLibrary(own(requires, id), device(gpu), shipped);
		expect(choice).toEqual({ ok: true, from: 'pack', library: file });
	});

	it.each<[string, FileSet['requires'], Partial<Gpu>?]>([
		['half precision', { features: ['shader-f16'] }, { shaderF16: false }],
		['a feature that no engine asks for', { features: ['timestamp-query'] }],
		['more than a limit', { limits: { maxBufferSize: 2 ** 31 } }],
		['a limit that no engine raises', { limits: { maxBindGroups: 8 } }],
		[
			'what WebLLM always needs',
			undefined,
			{ limits: { ...limits, maxStorageBuffersPerShaderStage: 8 } },
		],
	])('does not run without %s', (_, requires, changes) => {
		const choice = chooseLibrary(own(requires), device({ ...gpu, ...changes }), shipped);
		expect(choice).toEqual({ ok: false, reason: 'limits' });
	});
});

describe('libraries', () => {
	it('ship with a digest and a name of their own', () => {
		expect(new Set(libraries.map(({ id }) => id)).size).toBe(libraries.length);
		for (const { file, bytes, sha256 } of libraries) {
			expect(file).toMatch(/^[a-z0-9][a-z0-9._-]*\.wasm$/);
			expect(bytes).toBeGreaterThan(0);
			expect(sha256).toMatch(/^[0-9a-f]{64}$/);
		}
	});
});
