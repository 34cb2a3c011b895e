import { describe, expect, it } from 'vitest';
import { dequantize } from '../../../formats/gguf/dequantize.ts';
import { fromFloat16, isFiniteFloat16 } from '../../../formats/gguf/float16.ts';
import { openGguf } from '../../../formats/gguf/gguf.ts';
import { tensorTypeNamed } from '../../../formats/gguf/tensor-type.ts';
import { arraySource } from '../../../formats/gguf/testing/gguf-bytes.ts';
import { randomBytes } from '../../../formats/gguf/testing/random-bytes.ts';
import { writeGguf } from '../../../formats/gguf/testing/write-gguf.ts';
import { layoutOf } from '../layout.ts';
import type { LayoutId } from '../layout-id.ts';
import { inOrder } from '../row-order.ts';
import { unpackLinear, unpackMlc } from '../testing/unpack.ts';

const Q4_0 = tensorTypeNamed('Q4_0');
const COLUMNS = 512;
const BLOCKS_PER_ROW = COLUMNS / 32;

/** A matrix of blocks with these scales, one each, and codes that are all 16 in turn, or random. */
function q4_0Matrix(scales: readonly number[]): Uint8Array {
	const rows = Math.ceil(scales.length / BLOCKS_PER_ROW);
	const data = new Uint8Array(rows * BLOCKS_PER_ROW * Q4_0.blockBytes);
	const random = randomBytes(11);
	scales.forEach((scale, block) => {
		const at = block * Q4_0.blockBytes;
		data.set([scale & 0xff, scale >> 8], at);
		for (let j = 0; j < 16; j++) data[at + 2 + j] = block % 2 ? random() : j | ((15 - j) << 4);
	});
	return data;
}

/** The tensors of one matrix in a layout, as their words. */
async function pack(data: Uint8Array, layout: LayoutId) {
	const rows = data.length / BLOCKS_PER_ROW / Q4_0.blockBytes;
	const tensors = [{ name: 'a', shape: [COLUMNS, rows], type: Q4_0.id, data }];
	const gguf = await openGguf(arraySource(writeGguf({}, tensors)));
	const part = {
		kind: 'linear',
		name: 'a',
		rows: [{ tensor: gguf.tensor('a'), outputs: inOrder(rows) }],
	} as const;
	const made: Uint32Array<ArrayBuffer>[] = [];
	for (const tensor of layoutOf(layout).pack(gguf, part)) {
		const elements = tensor.shape.reduce((product, length) => product * length, 1);
		const words = new Uint32Array(tensor.dtype === 'float16' ? elements / 2 : elements);
		await tensor.write(words);
		made.push(words);
	}
	return { rows, codes: made[0]!, scales: made[1]! };
}

async function unpack(data: Uint8Array, layout: LayoutId): Promise<Float32Array> {
	const { rows, codes, scales } = await pack(data, layout);
	if (layout === 'q4_1') return unpackLinear(codes, scales, rows, COLUMNS);
	const values =
		layout === 'q4f16_1'
			? Float32Array.from(new Uint16Array(scales.buffer), fromFloat16)
			: new Float32Array(scales.buffer);
	return unpackMlc(codes, values, rows, COLUMNS);
}

/** The bits of single-precision values, with one zero: its sign changes no product and no sum but that of zeros. */
function bitsOf(values: Float32Array): Uint8Array {
	return new Uint8Array(values.map((value) => value + 0).buffer);
}

const all = Array.from({ length: 1 << 16 }, (_, bits) => bits).filter(isFiniteFloat16);

describe('Q4_0, every finite scale with every code', () => {
	it.each(['q4f16_1', 'q4f32_1'] as const)(
		'is the same weight, bit for bit, in %s',
		async (layout) => {
			// Each scale twice: with all codes in turn, and with random ones.
			const data = q4_0Matrix(all.flatMap((scale) => [scale, scale]));
			const expected = bitsOf(dequantize(Q4_0, data));
			expect(Buffer.compare(bitsOf(await unpack(data, layout)), expected)).toBe(0);
		},
	);

	it('is the same weight, bit for bit, in q4_1, up to a scale of 8188', async () => {
		const held = all.filter((bits) => Math.abs(fromFloat16(bits)) <= 8188);
		expect(held).toContain(0x8000);
		expect(held).toContain(0x0001);
		const data = q4_0Matrix(held.flatMap((scale) => [scale, scale]));
		const expected = bitsOf(dequantize(Q4_0, data));
		expect(Buffer.compare(bitsOf(await unpack(data, 'q4_1')), expected)).toBe(0);
	});

	it('is refused by q4_1 above that', async () => {
		const over = all.filter((bits) => Math.abs(fromFloat16(bits)) > 8188);
		expect(over.length).toBeGreaterThan(0);
		for (const scale of [over[0]!, 0x7bff, 0xfbff]) {
			await expect(pack(q4_0Matrix([scale]), 'q4_1')).rejects.toMatchObject({
				code: 'unsupported',
			});
		}
	});

	it.each(['q4_1', 'q4f16_1', 'q4f32_1'] as const)(
		'is refused by %s where a scale is not finite',
		async (layout) => {
			for (const scale of [0x7c00, 0xfc00, 0x7e00]) {
				await expect(pack(q4_0Matrix([scale]), layout)).rejects.toMatchObject({ code: 'corrupt' });
			}
		},
	);

	it('gives code 15 − q and scale −d in MLC-LLM’s groups', async () => {
		const { codes, scales } = await pack(q4_0Matrix([0x3c00]), 'q4f16_1');
		// Values 0 to 7 have codes 0 to 7, values 16 to 23 codes 15 to 8.
		expect(codes[0]!.toString(16)).toBe('89abcdef');
		expect(codes[2]!.toString(16)).toBe('76543210');
		expect(scales[0]! & 0xffff).toBe(0xbc00);
	});
});
