import * as v from 'valibot';
import { AppError } from '../../lib/errors.ts';
import { parseJson } from '../parse-json.ts';

/** That of a model of 400 layers is a tenth of this. */
const MAX_BYTES = 16 << 20;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Bytes of one element, by the names that TVM has for its types. */
const ELEMENT_BYTES: Readonly<Record<string, number>> = {
	float32: 4,
	float16: 2,
	bfloat16: 2,
	int64: 8,
	int32: 4,
	uint32: 4,
	int16: 2,
	uint16: 2,
	int8: 1,
	uint8: 1,
	float8_e4m3fn: 1,
	float8_e5m2: 1,
};

const TensorRecord = v.object({
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
	shape: v.pipe(v.array(Count), v.maxLength(8)),
	dtype: v.picklist(Object.keys(ELEMENT_BYTES)),
	format: v.picklist(['raw', 'f32-to-bf16']),
	nbytes: Count,
	byteOffset: Count,
});

const ShardRecord = v.object({
	dataPath: v.pipe(
		v.string(),
		v.maxLength(100),
		v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'is no plain file name'),
	),
	format: v.literal('raw-shard'),
	nbytes: Count,
	records: v.pipe(v.array(TensorRecord), v.minLength(1), v.maxLength(100_000)),
});

const TensorCache = v.object({
	records: v.pipe(v.array(ShardRecord), v.minLength(1), v.maxLength(4000)),
});

export type TensorRecord = v.InferOutput<typeof TensorRecord>;
export type ShardRecord = v.InferOutput<typeof ShardRecord>;

/**
 * The shards of a model and the tensors in each. Sums in the file (`md5sum`) are ignored: they prove nothing. Throws
 * `invalid-input` with `data.part` for anything but tensors that lie, apart from one another, within their shards.
 */
export async function parseTensorCache(file: Blob, name: string): Promise<ShardRecord[]> {
	const { records } = await parseJson(file, name, TensorCache, MAX_BYTES);
	const refuse = (why: string) =>
		new AppError('invalid-input', `${name}: ${why}`, {
			data: { reason: 'malformed', part: name },
		});
	const shards = new Set(records.map(({ dataPath }) => dataPath.toLowerCase()));
	if (shards.size < records.length) throw refuse('two shards of one name');
	const names = new Set<string>();
	for (const shard of records) {
		let end = 0;
		for (const tensor of shard.records.toSorted((a, b) => a.byteOffset - b.byteOffset)) {
			if (names.has(tensor.name)) throw refuse(`two tensors called ${tensor.name}`);
			names.add(tensor.name);
			if (tensor.nbytes !== bytesOf(tensor)) throw refuse(`${tensor.name} has another length`);
			if (tensor.byteOffset < end) throw refuse(`${tensor.name} overlaps another`);
			end = tensor.byteOffset + tensor.nbytes;
			if (end > shard.nbytes) throw refuse(`${tensor.name} ends outside ${shard.dataPath}`);
		}
	}
	return records;
}

/** What a tensor takes in its shard: `f32-to-bf16` keeps the upper half of each 32-bit float. */
function bytesOf({ shape, dtype, format }: TensorRecord): number {
	const element = format === 'raw' ? (ELEMENT_BYTES[dtype] ?? 0) : 2;
	return shape.reduce((product, dimension) => product * dimension, element);
}
