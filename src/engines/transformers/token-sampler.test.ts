import { describe, expect, it } from 'vitest';
import { samplingOf, TokenSampler, type Sampling } from './token-sampler.ts';

const greedy: Sampling = { temperature: 0, topP: 1, repetitionPenalty: 1, seed: 1 };
const scores = (...values: number[]) => Float32Array.from(values);

/** How often each of the tokens is picked, of a thousand times. */
function picks(sampling: Partial<Sampling>, values: readonly number[]): number[] {
	const sampler = new TokenSampler({ ...greedy, temperature: 1, ...sampling });
	const counts = values.map(() => 0);
	for (let i = 0; i < 1000; i++) counts[sampler.pick(scores(...values), [])]!++;
	return counts;
}

describe('TokenSampler', () => {
	it('takes the likeliest token where it is greedy', () => {
		expect(new TokenSampler(greedy).pick(scores(1, 3, 2), [])).toBe(1);
	});

	it('takes tokens as often as they are likely', () => {
		const [half, quarter] = picks({}, [Math.log(0.5), Math.log(0.25), Math.log(0.25)]);
		expect(half).toBeGreaterThan(450);
		expect(half).toBeLessThan(550);
		expect(quarter).toBeGreaterThan(200);
	});

	it('is bolder with more temperature', () => {
		const [cold] = picks({ temperature: 0.2 }, [1, 0]);
		const [hot] = picks({ temperature: 2 }, [1, 0]);
		expect(cold).toBeGreaterThan(980);
		expect(hot).toBeLessThan(700);
	});

	it('leaves out what is beyond the share of top-p', () => {
		const values = [Math.log(0.6), Math.log(0.3), Math.log(0.1)];
		expect(picks({ topP: 0.5 }, values)).toEqual([1000, 0, 0]);
		expect(picks({ topP: 0.85 }, values)[2]).toBe(0);
		expect(picks({ topP: 1 }, values)[2]).toBeGreaterThan(50);
	});

	it('chooses the same for the same seed, and another for another', () => {
		const values = Array.from({ length: 50 }, () => 0);
		expect(picks({ seed: 7 }, values)).toEqual(picks({ seed: 7 }, values));
		expect(picks({ seed: 7 }, values)).not.toEqual(picks({ seed: 8 }, values));
	});

	it('makes what was written less likely, whichever sign its score has', () => {
		const sampler = new TokenSampler({ ...greedy, repetitionPenalty: 2 });
		expect(sampler.pick(scores(3, 2), [0, 0])).toBe(1);
		expect(sampler.pick(scores(-1, -1.5), [0])).toBe(1);
	});
});

it('goes by the request, then by the pack, then by what small models were tuned with', () => {
	const request = { messages: [] };
	expect(samplingOf({ ...request, temperature: 0, seed: 3 }, { temperature: 1 })).toMatchObject({
		temperature: 0,
		seed: 3,
	});
	expect(samplingOf(request, { temperature: 0.6, top_p: 0.95 })).toMatchObject({
		temperature: 0.6,
		topP: 0.95,
	});
	expect(samplingOf(request)).toMatchObject({ temperature: 0.2, topP: 0.9, repetitionPenalty: 1 });
});
