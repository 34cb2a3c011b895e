import { describe, expect, it } from 'vitest';
import { firstSaid } from '../../storage/records/parameters.ts';
import { samplingFor } from './sampling.ts';

describe('samplingFor', () => {
	it('is greedy at first and freer for another answer, where nobody says otherwise', () => {
		expect(samplingFor('first', {})).toEqual({ temperature: 0, repetitionPenalty: 1.1 });
		expect(samplingFor('another', {}, 1)).toEqual({ temperature: 0.7, topP: 0.9 });
	});

	it('does what was said', () => {
		const said = { temperature: 1.2, maxTokens: 100, room: 512, stop: ['END'] };
		expect(samplingFor('first', said)).toEqual({ ...said, repetitionPenalty: 1.1 });
	});

	it('gives another answer another seed, and never the greedy one again', () => {
		expect(samplingFor('another', { seed: 7, temperature: 0 }, 2)).toMatchObject({
			seed: 9,
			temperature: 0.7,
		});
		expect(samplingFor('first', { seed: 2 ** 32 - 1, temperature: 0 }, 1)).toMatchObject({
			seed: 0,
			temperature: 0,
		});
	});
});

describe('firstSaid', () => {
	it('takes each from the first that says something about it', () => {
		const conversation = { temperature: 0 };
		const assistant = { temperature: 1, seed: 3 };
		const app = { seed: 4, maxTokens: 64 };
		expect(firstSaid(conversation, undefined, assistant, app)).toEqual({
			temperature: 0,
			seed: 3,
			maxTokens: 64,
		});
	});
});
