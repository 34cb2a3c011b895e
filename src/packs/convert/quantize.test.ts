import { describe, expect, it } from 'vitest';
import { dequantize } from '../../formats/gguf/dequantize.ts';
import { fromFloat16, toFloat16 } from '../../formats/gguf/float16.ts';
import { randomBytes } from '../../formats/gguf/testing/random-bytes.ts';
import {
	EIGHT_BIT,
	FOUR_BIT_AROUND_ZERO,
	FOUR_BIT_WITH_MINIMUM,
	type BlockForm,
} from './block-form.ts';

function roundTrip(values: Float32Array, { type, quantize }: BlockForm): Float32Array {
	const blocks = new Uint16Array(type.blockBytes / 2);
	quantize(values, 0, blocks, 0);
	return dequantize(type, new Uint8Array(blocks.buffer));
}

const rms = (a: ArrayLike<number>, b: ArrayLike<number>) =>
	Math.sqrt(Array.from(a).reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length);

const random = randomBytes(3);
/** Near enough to the normal distribution that weights have. */
const normal = () =>
	Float32Array.from({ length: 32 }, () => {
		let sum = 0;
		for (let i = 0; i < 12; i++) sum += random() / 255;
		return (sum - 6) / 50;
	});

describe.each([
	['four bits with a minimum', FOUR_BIT_WITH_MINIMUM, 0.12],
	['four bits around zero', FOUR_BIT_AROUND_ZERO, 0.13],
	['eight bits', EIGHT_BIT, 0.008],
] as const)('%s', (_name, form, share) => {
	it('comes within its share of the weights’ size', () => {
		for (let group = 0; group < 200; group++) {
			const values = normal();
			const size = rms(values, new Float32Array(32));
			expect(rms(values, roundTrip(values, form)) / size).toBeLessThan(share);
		}
	});

	it('keeps what it can hold', () => {
		const d = fromFloat16(0x2a3b);
		const codes =
			form === EIGHT_BIT ? [-127, 127] : form === FOUR_BIT_AROUND_ZERO ? [-8, 7] : [0, 15];
		const values = Float32Array.from({ length: 32 }, (_, i) => d * codes[i % 2]!);
		expect(roundTrip(values, form)).toEqual(values);
		const zeros = new Float32Array(32);
		expect(roundTrip(zeros, form).map((value) => value + 0)).toEqual(zeros);
	});

	it('is never worse than where least squares began', () => {
		if (form !== FOUR_BIT_WITH_MINIMUM) return;
		for (let group = 0; group < 200; group++) {
			const values = normal();
			const low = Math.min(...values);
			const d = fromFloat16(toFloat16((Math.max(...values) - low) / 15));
			const m = fromFloat16(toFloat16(low));
			const plain = values.map((v) => Math.max(0, Math.min(15, Math.round((v - m) / d))) * d + m);
			expect(rms(values, roundTrip(values, form))).toBeLessThanOrEqual(rms(values, plain));
		}
	});

	it('says so of weights beyond half precision', () => {
		const values = new Float32Array(32).fill(-1e9, 0, 1);
		expect(() => roundTrip(values, form)).toThrow(expect.objectContaining({ code: 'unsupported' }));
	});
});
