import { describe, expect, it } from 'vitest';
import { dequantize } from './dequantize.ts';
import { tensorType, type TensorType } from './tensor-type.ts';

const type = (id: number): TensorType => tensorType(id)!;
const HALF = [0x00, 0x38]; // 0.5
const MINUS_ONE = [0x00, 0xbc];
/** Byte j holds code j for value j and code 15 − j for value j + 16. */
const codes = Array.from({ length: 16 }, (_, j) => j | ((15 - j) << 4));
const values = Array.from({ length: 32 }, (_, i) => (i < 16 ? i : 31 - i));

describe('dequantize', () => {
	it('reads Q4_0 as (code − 8) · d', () => {
		const block = Uint8Array.from([...HALF, ...codes]);
		expect([...dequantize(type(2), block)]).toEqual(values.map((code) => (code - 8) / 2));
	});

	it('reads Q4_1 as code · d + m', () => {
		const block = Uint8Array.from([...HALF, ...MINUS_ONE, ...codes]);
		expect([...dequantize(type(3), block)]).toEqual(values.map((code) => code / 2 - 1));
	});

	it('reads Q8_0 as signed code · d', () => {
		const signed = Array.from({ length: 32 }, (_, i) => i * 8 - 128);
		const block = Uint8Array.from([...HALF, ...signed]);
		expect([...dequantize(type(8), block)]).toEqual(signed.map((code) => code / 2));
	});

	it('reads F16 and F32, several blocks and at an odd place in a buffer', () => {
		const bytes = Uint8Array.from([9, ...HALF, ...MINUS_ONE]).subarray(1);
		expect([...dequantize(type(1), bytes)]).toEqual([0.5, -1]);
		expect([...dequantize(type(0), new Uint8Array([0, 0, 0x80, 0x3f]))]).toEqual([1]);
	});

	it('says so of a type without a decoder', () => {
		expect(() => dequantize(type(14), new Uint8Array(210))).toThrow(
			expect.objectContaining({ code: 'unsupported', data: { type: 'Q6_K' } }),
		);
	});
});
