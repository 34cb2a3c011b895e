import { describe, expect, it, test } from 'vitest';
import { hubModels } from '../catalogue/index.ts';
import { needsOf } from '../catalogue/needs-of.ts';
import { bestFit, fitOf, type Fit, type FitNeeds, type FitReason } from './fit.ts';
import { devices, GIB, MIB } from './testing/devices.ts';

const RUNTIME_LIMITS = {
	maxBufferSize: 256 * MIB,
	maxStorageBufferBindingSize: 128 * MIB,
	maxComputeWorkgroupStorageSize: 32 * 1024,
	maxStorageBuffersPerShaderStage: 10,
};

const models = await hubModels();

/** How the catalogue's model fits the device, by the compilation that fits it best. */
function fitOn(name: keyof typeof devices, id: string): Fit & { kind: string } {
	const variants = models.find((model) => model.id === id)!.variants;
	const compilations = variants.map(({ kind, ...variant }) => ({
		kind,
		needs: needsOf(variant, RUNTIME_LIMITS),
	}));
	const { chosen, fit } = bestFit(compilations, devices[name])!;
	return { ...fit, kind: chosen.kind };
}

const verdicts: [keyof typeof devices, string, string, Fit['verdict'], FitReason['code'][]][] = [
	['iphone', 'smollm2-360m', 'f16', 'fits', []],
	['iphone', 'llama-3.2-1b', 'f16', 'tight', ['tab-memory']],
	['iphone', 'qwen3-1.7b', 'f16', 'will-not-fit', ['tab-memory']],
	['smallPhone', 'qwen2.5-0.5b', 'f16', 'fits', []],
	['smallPhone', 'qwen2.5-1.5b', 'f16', 'tight', ['memory']],
	['smallPhone', 'gemma-3-1b', 'f16', 'will-not-fit', ['gpu-buffer']],
	['smallPhone', 'qwen3-1.7b', 'f16', 'will-not-fit', ['gpu-buffer']],
	['phone', 'qwen3-1.7b', 'f16', 'fits', []],
	['phone', 'qwen3-4b', 'f16', 'tight', ['memory']],
	['phone', 'qwen3-8b', 'f16', 'will-not-fit', ['memory']],
	['laptopWithoutF16', 'qwen3-1.7b', 'f32', 'fits', []],
	['laptopWithoutF16', 'gemma-3-1b', 'f16', 'will-not-fit', ['no-f16']],
	['laptopWithoutF16', 'qwen3-8b', 'f32', 'tight', ['memory-unknown']],
	['oldLaptop', 'qwen2.5-0.5b', 'f32', 'fits', []],
	['oldLaptop', 'qwen3-1.7b', 'f32', 'tight', ['memory']],
	['oldLaptop', 'qwen3-8b', 'f32', 'will-not-fit', ['memory']],
	['desktop', 'qwen3-8b', 'f16', 'fits', []],
	['untold', 'qwen3-1.7b', 'f16', 'fits', []],
	['untold', 'qwen3-8b', 'f16', 'tight', ['memory-unknown']],
	['software', 'smollm2-360m', 'f32', 'tight', ['software']],
	['withoutWebGpu', 'smollm2-360m', 'f16', 'will-not-fit', ['no-webgpu']],
	['withoutAdapter', 'smollm2-360m', 'f16', 'will-not-fit', ['no-adapter']],
];

test.each(verdicts)('%s: %s (%s) %s %o', (device, id, kind, verdict, codes) => {
	const fit = fitOn(device, id);
	expect(fit.verdict).toBe(verdict);
	expect(fit.reasons.map(({ code }) => code)).toEqual(codes);
	expect(fit.kind).toBe(kind);
});

test('half precision is taken where it is, and full precision elsewhere', () => {
	expect(fitOn('desktop', 'qwen3-4b').kind).toBe('f16');
	expect(fitOn('laptopWithoutF16', 'qwen3-4b').kind).toBe('f32');
});

const small: FitNeeds = {
	on: 'processor',
	memoryBytes: 350e6,
	downloadBytes: 98e6,
	features: ['shader-f16'],
	limits: RUNTIME_LIMITS,
};

test('on the processor neither a GPU nor its limits matter', () => {
	expect(fitOf(small, devices.withoutWebGpu)).toEqual({ verdict: 'fits', reasons: [], advice: [] });
	expect(fitOf(small, devices.software).verdict).toBe('fits');
});

test('a reason has the numbers that a person is told', () => {
	expect(fitOn('smallPhone', 'qwen3-1.7b').reasons).toEqual([
		{ code: 'gpu-buffer', neededBytes: (151_936 * 2048) / 2, limitBytes: 128 * MIB },
	]);
	const { reasons } = fitOf({ ...small, memoryBytes: 3 * GIB }, devices.oldLaptop);
	expect(reasons).toEqual([{ code: 'memory', neededBytes: 3 * GIB, limitBytes: 0.8 * 4 * GIB }]);
});

test('limits that are no sizes are told without numbers', () => {
	const gpu = {
		...devices.desktop.gpu,
		limits: { ...RUNTIME_LIMITS, maxStorageBuffersPerShaderStage: 8 },
	};
	const device = { ...devices.desktop, gpu } as typeof devices.desktop;
	const needs = { ...small, on: 'gpu', features: [] } as const;
	expect(fitOf(needs, device).reasons).toEqual([{ code: 'gpu-limits' }]);
	expect(fitOf({ ...needs, features: ['subgroups'] }, device).reasons).toEqual([
		{ code: 'gpu-limits' },
	]);
});

describe('advice', () => {
	it('tells of little space and of a metered line, and decides nothing', () => {
		const device = { ...devices.desktop, freeBytes: 50e6, isMetered: true };
		expect(fitOf(small, device)).toEqual({
			verdict: 'fits',
			reasons: [],
			advice: [
				{ code: 'space', neededBytes: 98e6, freeBytes: 50e6 },
				{ code: 'metered', bytes: 98e6 },
			],
		});
	});

	it('is silent where the browser is', () => {
		expect(fitOf(small, { ...devices.desktop, freeBytes: undefined }).advice).toEqual([]);
	});
});
