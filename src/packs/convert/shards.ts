import { byteLength, type PackedTensor } from './packed-tensor.ts';

/** A tensor's place in a shard, as `tensor-cache.json` lists it. Lengths and offsets in bytes. */
interface TensorRecord {
	name: string;
	shape: readonly number[];
	dtype: PackedTensor['dtype'];
	format: 'raw';
	nbytes: number;
	byteOffset: number;
}

/** One file of weights, planned. */
export interface Shard {
	readonly path: string;
	readonly bytes: number;
	readonly entries: readonly { record: TensorRecord; tensor: PackedTensor }[];
}

/** The most that a shard of several tensors holds. A longer tensor has a shard to itself. */
const SHARD_BYTES = 16 << 20;

/** Distributes the tensors, in order, over shards: a new one begins where the next would not fit. */
export function planShards(tensors: readonly PackedTensor[]): Shard[] {
	const shards: { bytes: number; entries: Shard['entries'][number][] }[] = [];
	for (const tensor of tensors) {
		const nbytes = byteLength(tensor);
		let shard = shards.at(-1);
		if (!shard || shard.bytes + nbytes > SHARD_BYTES) {
			shard = { bytes: 0, entries: [] };
			shards.push(shard);
		}
		const { name, shape, dtype } = tensor;
		const record: TensorRecord = {
			name,
			shape,
			dtype,
			format: 'raw',
			nbytes,
			byteOffset: shard.bytes,
		};
		shard.entries.push({ record, tensor });
		shard.bytes += nbytes;
	}
	return shards.map((shard, index) => ({ path: `params_shard_${index}.bin`, ...shard }));
}

/**
 * `tensor-cache.json`: where each tensor lies. Format: what `fetchTensorCache` of TVM's web runtime
 * reads, as found in @mlc-ai/web-llm 0.2.86.
 */
export function tensorCache(shards: readonly Shard[]): object {
	const records = shards.map((shard) => ({
		dataPath: shard.path,
		format: 'raw-shard',
		nbytes: shard.bytes,
		records: shard.entries.map((entry) => entry.record),
	}));
	return {
		metadata: {
			ParamSize: records.reduce((sum, shard) => sum + shard.records.length, 0),
			ParamBytes: shards.reduce((sum, shard) => sum + shard.bytes, 0),
		},
		records,
	};
}
