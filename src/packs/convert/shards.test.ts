import { expect, it } from 'vitest';
import type { PackedTensor } from './packed-tensor.ts';
import { planShards, tensorCache } from './shards.ts';

const MEBIBYTE = 1 << 20;
const tensor = (name: string, mebibytes: number): PackedTensor => ({
	name,
	shape: [mebibytes, MEBIBYTE / 4],
	dtype: 'uint32',
	write: async () => {},
});
const plan = (sizes: number[]) => planShards(sizes.map((size, index) => tensor(`${index}`, size)));
const names = (sizes: number[]) =>
	plan(sizes).map((shard) => shard.entries.map((entry) => entry.record.name).join());

it('fills shards in order up to 16 MiB', () => {
	expect(names([8, 8, 1])).toEqual(['0,1', '2']);
	expect(names([8, 9, 1])).toEqual(['0', '1,2']);
});

it('gives a longer tensor a shard to itself', () => {
	expect(names([1, 20, 1])).toEqual(['0', '1', '2']);
});

it('lists every tensor with its place', () => {
	expect(tensorCache(plan([1, 2, 15]))).toMatchObject({
		metadata: { ParamSize: 3, ParamBytes: 18 * MEBIBYTE },
		records: [
			{
				dataPath: 'params_shard_0.bin',
				nbytes: 3 * MEBIBYTE,
				records: [
					{ name: '0', byteOffset: 0, nbytes: MEBIBYTE, dtype: 'uint32', format: 'raw' },
					{ name: '1', byteOffset: MEBIBYTE, nbytes: 2 * MEBIBYTE, shape: [2, MEBIBYTE / 4] },
				],
			},
			{ dataPath: 'params_shard_1.bin', records: [{ name: '2', byteOffset: 0 }] },
		],
	});
});
