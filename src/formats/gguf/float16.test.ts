import { describe, expect, it } from 'vitest';
import { fromFloat16, isFiniteFloat16, toFloat16, toFloat16Exactly } from './float16.ts';

const finiteBits = Array.from({ length: 1 << 16 }, (_, bits) => bits).filter(isFiniteFloat16);

describe('half precision', () => {
	it.each([
		[0x3c00, 1],
		[0xc000, -2],
		[0x7bff, 65504],
		[0x0400, 2 ** -14],
		[0x0001, 2 ** -24],
		[0x8000, -0],
		[0x7c00, Infinity],
		[0xfc00, -Infinity],
		[0x7e00, NaN],
	])('reads %i as %f', (bits, value) => {
		expect(fromFloat16(bits)).toBe(value);
	});

	it('finds the bits of every finite half again', () => {
		expect(finiteBits).toHaveLength(63488);
		expect(finiteBits.filter((bits) => toFloat16Exactly(fromFloat16(bits)) !== bits)).toEqual([]);
	});

	it.each([65536, -65536, 1 / 3, 2 ** -25, 65505, NaN, Infinity])('has no half for %f', (value) => {
		expect(toFloat16Exactly(value)).toBeUndefined();
	});

	it('holds −8 times every half up to 8188, so a Q4_0 scale has its minimum', () => {
		const scales = finiteBits.map(fromFloat16).filter((scale) => Math.abs(scale) <= 8188);
		expect(scales.filter((scale) => toFloat16Exactly(-8 * scale) === undefined)).toEqual([]);
	});

	it('rounds to the nearest half, of two to the even one', () => {
		expect(finiteBits.filter((bits) => toFloat16(fromFloat16(bits)) !== bits)).toEqual([]);
		for (const bits of finiteBits.filter((bits) => bits < 0x7bff)) {
			const [low, high] = [fromFloat16(bits), fromFloat16(bits + 1)];
			const middle = (low + high) / 2;
			const even = bits % 2 ? bits + 1 : bits;
			if (toFloat16(middle) !== even) expect(toFloat16(middle), `${bits}`).toBe(even);
			const above = middle + (high - low) / 16;
			const next = (bits + 1) | 0x8000;
			if (toFloat16(-above) !== next) expect(toFloat16(-above), `${bits}`).toBe(next);
		}
		expect(toFloat16(65519.9)).toBe(0x7bff);
		expect([65520, 1e9, Infinity].map(toFloat16)).toEqual([0x7c00, 0x7c00, 0x7c00]);
		expect(toFloat16(NaN)).toBe(0x7e00);
	});
});
