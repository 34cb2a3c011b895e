import { describe, expect, it } from 'vitest';
import { dequantize } from '../../formats/gguf/dequantize.ts';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { arraySource } from '../../formats/gguf/testing/gguf-bytes.ts';
import { writeGguf } from '../../formats/gguf/testing/write-gguf.ts';
import { planConversion } from './conversion-plan.ts';
import type { LayoutId } from './layout-id.ts';
import { measureLoss, type LossProgress } from './measure-loss.ts';
import { convertAll, readPack } from './testing/read-pack.ts';
import { tinyDecoder, type TinyType } from './testing/tiny-decoder.ts';
import { unpackLinear } from './testing/unpack.ts';

function source(linear: TinyType, embedding: TinyType = 'Q8_0') {
	const { metadata, tensors } = tinyDecoder('llama', { linear, embedding });
	return arraySource(writeGguf(metadata, tensors));
}

async function measure(file: ReturnType<typeof source>, layout: LayoutId) {
	const gguf = await openGguf(file);
	let last: LossProgress | undefined;
	for await (last of measureLoss(gguf, planConversion(gguf, layout)));
	return last!.loss!;
}

describe('measureLoss', () => {
	it.each([
		['Q4_0', 'Q8_0', 'q4_1'],
		['Q4_1', 'Q8_0', 'q4_1'],
		['Q4_0', 'Q4_0', 'q4f32_1'],
	] as const)(
		'reads no weights of %s and %s for %s: nothing is lost',
		async (linear, embedding, layout) => {
			const file = source(linear, embedding);
			const gguf = await openGguf(file);
			const headerReads = file.reads.length;
			for await (const { loss } of measureLoss(gguf, planConversion(gguf, layout))) {
				if (loss) expect(loss).toEqual({ exact: true, error: 0, types: [] });
			}
			expect(file.reads.length).toBe(headerReads);
		},
	);

	it('finds the error that the converted weights truly have', async () => {
		const file = source('Q5_1');
		const gguf = await openGguf(file);
		const { error, worst, types } = await measure(file, 'q4_1');
		const down = gguf.tensor('blk.1.ffn_down.weight');
		const expected = dequantize(down.type, await gguf.rows(down, 0, down.rows));
		const packed = readPack(await convertAll(gguf));
		const place = (name: string) => {
			const { shard, byteOffset, nbytes } = packed.get(`layers.1.mlp.down_proj.${name}`)!;
			return new Uint32Array(shard.buffer, byteOffset, nbytes / 4);
		};
		const actual = unpackLinear(place('q_weight'), place('q_scale_min'), down.rows, down.columns);
		let [differences, values] = [0, 0];
		for (const [i, value] of expected.entries()) {
			differences += (actual[i]! - value) ** 2;
			values += value ** 2;
		}
		const truth = Math.sqrt(differences / values);
		const ofType = types.find(({ type }) => type === 'Q5_1')!;
		// One matrix of many like it, each seen in half of its rows.
		expect(ofType.error / truth).toBeGreaterThan(0.8);
		expect(ofType.error / truth).toBeLessThan(1.25);
		expect(types.find(({ type }) => type === 'Q8_0')?.error).toBe(0);
		expect(worst!.error).toBeGreaterThanOrEqual(ofType.error);
		expect(error).toBeGreaterThan(0);
		expect(error).toBeLessThan(ofType.error);
	});

	it('stops when aborted', async () => {
		const gguf = await openGguf(source('Q5_0'));
		const signal = AbortSignal.abort();
		const steps = measureLoss(gguf, planConversion(gguf, 'q4_1'), { signal });
		await expect(steps.next()).rejects.toMatchObject({ code: 'aborted' });
	});
});
