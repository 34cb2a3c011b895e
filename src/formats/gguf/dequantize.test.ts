import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dequantize } from './dequantize.ts';
import { tensorType, tensorTypeNamed, type TensorType } from './tensor-type.ts';
import { randomBytes } from './testing/random-bytes.ts';

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

	// Made by testing/reference_digests.py with llama.cpp's own decoders.
	it.each([
		['BF16', [1], '171fc70bea47b8f1e330ca666c036b5712faff1645d7c35717746dfcdb6c4b82'],
		['F16', [1], '07847402203dcc79b1909c58e6ed2f6c7ca2e67ac407d0aa5982415610e1a012'],
		['Q4_0', [1], '22983af018c97ad43e69dc7fb3562733cedb8086e3e921338d73de58a9b5e9d7'],
		['Q4_1', [1, 3], 'c251f64af32a6d6cbcc62f580e7547a56332e8829a5d745930d9944e77f11771'],
		['Q5_0', [1], '85fc38b73b5998f78ffc0210caa624d1d885b4513f606e5295824e6e8c37bdea'],
		['Q5_1', [1, 3], '6baa2947f23a0a2d72767bce1d41f2b9cbc41c51412279fc918ac8686394c284'],
		['Q8_0', [1], 'c03e76b8e2e02ba3a168368356315780d66249f3825174abdfc841299d8349f1'],
		['Q2_K', [81, 83], '8b4eaecfd1a926435f342dff30432af4b14123e00140a18fa5ebb50a002e948a'],
		['Q3_K', [109], '2c2a116df69fe4b6967d2d6b4481a1576020b648448a409d492f29c361b5b291'],
		['Q4_K', [1, 3], 'e9765efc32395c49bbd3781ebdab70c66eb02c59b13eb51f071ee30d6277f9da'],
		['Q5_K', [1, 3], '2c8571016e50f6168e537213ba4b50b3f1d5a0f129652b0078f3ecf9391a27c1'],
		['Q6_K', [209], '20d785022d3e5bf343c2ab2dc42b58fd32c706bc833d6e4679074592cee73d2a'],
	])('reads random %s blocks bit for bit as llama.cpp does', (name, halves, expected) => {
		const random = randomBytes(7);
		const { blockBytes } = tensorTypeNamed(name);
		const blocks = Uint8Array.from({ length: 64 * blockBytes }, random);
		for (let block = 0; block < 64; block++) {
			// Neither infinite nor NaN.
			for (const half of halves) blocks[block * blockBytes + half]! &= 0xbf;
		}
		// Zeros of either sign are the same weight.
		const values = dequantize(tensorTypeNamed(name), blocks).map((value) => value + 0);
		expect(createHash('sha256').update(values).digest('hex')).toBe(expected);
	});

	it('says so of a type without a decoder', () => {
		expect(() => dequantize(type(16), new Uint8Array(66))).toThrow(
			expect.objectContaining({ code: 'unsupported', data: { type: 'IQ2_XXS' } }),
		);
	});
});
