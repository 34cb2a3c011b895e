import { describe, expect, it, test } from 'vitest';
import { hubModels } from '../catalogue/index.ts';
import { needsOf } from '../catalogue/needs-of.ts';
import { byPurpose, type Candidate, type Circumstances } from './by-purpose.ts';
import { bestFit, fitOf } from './fit.ts';
import { devices, MIB } from './testing/devices.ts';

const models = await hubModels();
const usual: Circumstances = { isMetered: false, isSlow: false };
const limits = { maxBufferSize: 256 * MIB, maxStorageBufferBindingSize: 128 * MIB };

/** The whole catalogue, with the starter that the app brings along, for a person and a device. */
function candidates(device: keyof typeof devices, language: string): Candidate[] {
	const starterNeeds = { memoryBytes: 350e6, downloadBytes: 98e6, features: [], limits: {} };
	const starter: Candidate = {
		id: 'starter',
		parameters: 134e6,
		isBundled: true,
		language: language === 'en' ? 'serves' : 'none',
		fit: fitOf({ on: 'processor', ...starterNeeds }, devices[device]),
	};
	const onHub = models.map(({ id, parameters, languages, weakIn, variants }): Candidate => {
		const compilations = variants.map((variant) => ({ needs: needsOf(variant, limits) }));
		const { fit } = bestFit(compilations, devices[device])!;
		const level = languages.includes(language) ? 'serves' : 'none';
		return {
			id,
			parameters,
			isBundled: false,
			language: weakIn.includes(language) ? 'weak' : level,
			fit,
		};
	});
	return [starter, ...onHub];
}

const cases: [keyof typeof devices, string, string[], string][] = [
	['desktop', 'en', ['starter', 'qwen3-4b', 'qwen3-8b'], 'qwen3-4b'],
	['desktop', 'fa', ['starter', 'qwen3-4b', 'qwen3-8b'], 'qwen3-4b'],
	['laptopWithoutF16', 'ar', ['starter', 'qwen3-1.7b', 'ministral-3-3b'], 'qwen3-1.7b'],
	['oldLaptop', 'fa', ['starter', 'qwen3-1.7b'], 'qwen3-1.7b'],
	['phone', 'fr', ['starter', 'llama-3.2-1b', 'qwen3-1.7b'], 'llama-3.2-1b'],
	['smallPhone', 'zh', ['starter', 'qwen2.5-0.5b'], 'qwen2.5-0.5b'],
	// Nothing that runs there serves Persian; the one that knows some of it is better than none.
	['smallPhone', 'fa', ['starter', 'qwen3-0.6b'], 'qwen3-0.6b'],
	['iphone', 'en', ['starter', 'smollm2-360m', 'gemma-3-1b'], 'smollm2-360m'],
	['withoutWebGpu', 'fa', ['starter'], 'starter'],
];

test.each(cases)('%s, %s: %o, %s is recommended', (device, language, picks, recommended) => {
	const choice = byPurpose(candidates(device, language), usual);
	expect(choice.picks.map(({ candidate }) => candidate.id)).toEqual(picks);
	expect(choice.recommended?.id).toBe(recommended);
});

describe('whatever the device and the language', () => {
	const all = Object.keys(devices) as (keyof typeof devices)[];
	const languages = ['ar', 'en', 'fa', 'fr', 'zh'];

	it.each(all)('%s: what is recommended is among the picks, and runs there', (device) => {
		for (const language of languages) {
			const { picks, recommended } = byPurpose(candidates(device, language), usual);
			const ids = picks.map(({ candidate }) => candidate.id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids).toContain(recommended?.id);
			for (const { candidate } of picks) expect(candidate.fit.verdict).not.toBe('will-not-fit');
		}
	});
});

test('on a metered line, or where nothing computes fast, the quick one is recommended', () => {
	const all = candidates('desktop', 'fa');
	expect(byPurpose(all, { ...usual, isMetered: true }).recommended?.id).toBe('starter');
	expect(byPurpose(all, { ...usual, isSlow: true }).recommended?.id).toBe('starter');
});

test('without a pack of its own the app offers the smallest that speaks the language', () => {
	const others = candidates('desktop', 'fa').slice(1);
	expect(byPurpose(others, usual).picks[0]?.candidate.id).toBe('qwen3-1.7b');
});

test('where nothing runs, nothing is recommended', () => {
	const others = candidates('withoutWebGpu', 'en').slice(1);
	expect(byPurpose(others, usual)).toEqual({ picks: [], recommended: undefined });
});
