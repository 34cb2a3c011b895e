import { expect, test } from 'vitest';
import type { DeviceReport } from '../../engines/device.ts';
import { findingsOf } from './device-findings.ts';

const gpu = {
	status: 'available',
	software: false,
	vendor: 'acme',
	architecture: 'one',
	shaderF16: true,
	subgroups: false,
	limits: {
		maxBufferSize: 2 ** 30,
		maxStorageBufferBindingSize: 2 ** 30,
		maxComputeWorkgroupStorageSize: 2 ** 15,
		maxStorageBuffersPerShaderStage: 10,
		maxComputeInvocationsPerWorkgroup: 1024,
	},
} as const;

const device = (report: DeviceReport['gpu'], crossOriginIsolated = true): DeviceReport => ({
	gpu: report,
	crossOriginIsolated,
	threads: 8,
	memoryBytes: undefined,
});

test('a GPU that can do everything needs no words', () => {
	expect(findingsOf('web-llm', device(gpu), undefined)).toEqual([]);
});

test('missing f16 and a software adapter are told apart', () => {
	const withoutF16 = { ...gpu, shaderF16: false };
	expect(findingsOf('web-llm', device(withoutF16), undefined)).toEqual(['no-f16']);
	const software = { ...withoutF16, software: true };
	expect(findingsOf('web-llm', device(software), undefined)).toEqual(['software']);
});

test.each(['no-webgpu', 'no-adapter', 'limits', 'no-library'] as const)(
	'the processor does the work: %s',
	(reason) => {
		expect(findingsOf('wllama', device({ status: 'no-webgpu' }), reason)).toEqual([reason]);
	},
);

test('on the processor, a single core is told too', () => {
	const single = device({ status: 'no-webgpu' }, false);
	expect(findingsOf('wllama', single, 'no-webgpu')).toEqual(['no-webgpu', 'no-threads']);
	expect(findingsOf('wllama', device(gpu, false), undefined)).toEqual(['no-threads']);
});
