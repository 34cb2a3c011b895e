import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { modelNumber, parseChatConfig } from './chat-config.ts';
import { libraryMetadata, reads } from './library-metadata.ts';
import { parseTensorCache } from './tensor-cache.ts';

const root = new URL('../../../', import.meta.url);
const json = (value: unknown) => new Blob([JSON.stringify(value)]);

const tensor = {
	name: 'a.q_weight',
	shape: [4, 2],
	dtype: 'uint32',
	format: 'raw',
	nbytes: 32,
	byteOffset: 0,
};
const bf16 = { ...tensor, name: 'b', dtype: 'float32', format: 'f32-to-bf16', nbytes: 16 };
const shard = {
	dataPath: 'params_shard_0.bin',
	format: 'raw-shard',
	nbytes: 48,
	records: [tensor, { ...bf16, byteOffset: 32 }],
};
const cacheOf = (...shards: object[]) =>
	parseTensorCache(json({ metadata: {}, records: shards }), 'tensor-cache.json');

describe('tensor cache', () => {
	test('tells what lies where, and nothing else that the file says', async () => {
		const records = await cacheOf({ ...shard, md5sum: 'x', run: 'me' });
		expect(records).toEqual([shard]);
	});

	test.each<[string, object[]]>([
		['no shard', []],
		['a path out of the folder', [{ ...shard, dataPath: '../../etc/passwd' }]],
		['a path with another folder', [{ ...shard, dataPath: 'a/b.bin' }]],
		['a name with bidi overrides', [{ ...shard, dataPath: 'a\u202Enib.bin' }]],
		['two shards of one name', [shard, { ...shard, dataPath: 'PARAMS_shard_0.bin' }]],
		['two tensors of one name', [{ ...shard, records: [tensor, { ...tensor, byteOffset: 16 }] }]],
		['overlapping tensors', [{ ...shard, records: [tensor, { ...bf16, byteOffset: 31 }] }]],
		['a tensor outside its shard', [{ ...shard, records: [{ ...tensor, byteOffset: 17 }] }]],
		['a huge offset', [{ ...shard, records: [{ ...tensor, byteOffset: 2 ** 53 - 1 }] }]],
		['a larger one', [{ ...shard, records: [{ ...tensor, byteOffset: 1e300 }] }]],
		['a negative offset', [{ ...shard, records: [{ ...tensor, byteOffset: -1 }] }]],
		['a shape that is not its length', [{ ...shard, records: [{ ...tensor, shape: [4, 3] }] }]],
		['a shape beyond numbers', [{ ...shard, records: [{ ...tensor, shape: [2 ** 52, 2 ** 52] }] }]],
		['an unknown type', [{ ...shard, records: [{ ...tensor, dtype: '__proto__' }] }]],
		['an unknown packing', [{ ...shard, records: [{ ...tensor, format: 'zstd' }] }]],
	])('refuses %s', async (_what, shards) => {
		await expect(cacheOf(...shards)).rejects.toMatchObject({
			code: 'invalid-input',
			data: { reason: 'malformed', part: 'tensor-cache.json' },
		});
	});

	test('refuses 100 MB of JSON without reading it', async () => {
		const huge = { size: 100e6, text: () => Promise.reject(new Error('was read')) };
		await expect(parseTensorCache(huge as unknown as Blob, 'x')).rejects.toMatchObject({
			code: 'invalid-input',
			message: 'x: 100000000 bytes are too many',
		});
	});
});

const config = {
	model_type: 'llama',
	quantization: 'q4f16_1',
	vocab_size: 10,
	context_window_size: 2048,
	model_config: { hidden_size: 64, nested: { a: 1 }, head_dim: -3 },
	conv_template: {
		system_template: '{system_message}',
		system_message: '',
		roles: { user: 'u', assistant: 'a' },
		seps: ['\n'],
		stop_str: [],
		stop_token_ids: [2],
	},
};

describe('chat config', () => {
	test('gives the fields that are known, and no others', async () => {
		const hostile = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"run":1,${JSON.stringify(config).slice(1)}`;
		const parsed = await parseChatConfig(new Blob([hostile]), 'c.json');
		expect(Object.keys(parsed).toSorted()).toEqual(Object.keys(config).toSorted());
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
		expect(modelNumber(parsed, 'hidden_size')).toBe(64);
		expect(modelNumber(parsed, 'nested')).toBeUndefined();
		expect(modelNumber(parsed, 'head_dim')).toBeUndefined();
		expect(modelNumber(parsed, 'toString')).toBeUndefined();
	});

	test.each<[string, unknown]>([
		['no JSON', '{'],
		['a list', []],
		['no template', { ...config, conv_template: undefined }],
		['no separator', { ...config, conv_template: { ...config.conv_template, seps: [] } }],
		[
			'a system message of a megabyte',
			{
				...config,
				conv_template: { ...config.conv_template, system_message: 'x'.repeat(1_000_000) },
			},
		],
		['a kind that is markup', { ...config, model_type: '<b>' }],
	])('refuses %s', async (_what, value) => {
		const file = typeof value === 'string' ? new Blob([value]) : json(value);
		await expect(parseChatConfig(file, 'c.json')).rejects.toMatchObject({ code: 'invalid-input' });
	});
});

describe('library metadata', async () => {
	const library = new URL('public/libraries/smollm2-135m-instruct.q4_1.tiled.f16.wasm', root);
	const bytes = new Uint8Array(await readFile(library)).buffer;
	const cache = new URL('public/packs/smollm2-135m-instruct/tensor-cache.json', root);
	const shards = await parseTensorCache(new Blob([await readFile(cache)]), 'tensor-cache.json');
	const tensors = shards.flatMap(({ records }) => records);

	test('a shipped library reads exactly the tensors of the pack that it is for', () => {
		const metadata = libraryMetadata(bytes)!;
		expect(metadata).toMatchObject({ model_type: 'llama', quantization: 'q4_1' });
		expect(metadata.features).toEqual(['shader-f16']);
		expect(reads(metadata, tensors)).toBe(true);
	});

	test('one tensor less, or of another shape or type, is another model', () => {
		const metadata = libraryMetadata(bytes)!;
		const [first, ...rest] = tensors;
		expect(reads(metadata, rest)).toBe(false);
		expect(reads(metadata, [{ ...first!, shape: [1, 2] }, ...rest])).toBe(false);
		expect(reads(metadata, [{ ...first!, dtype: 'float16' }, ...rest])).toBe(false);
	});

	test.each([
		'\0asm',
		'\0asm {"model_type": ',
		'{"model_type": "a"}',
		`{"model_type": ${'{'.repeat(1000)}`,
		'{"model_type": "\\',
	])('what has none that can be read has none: %j', (text) => {
		expect(libraryMetadata(new TextEncoder().encode(text).buffer)).toBeUndefined();
	});
});
