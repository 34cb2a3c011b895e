import { expect, test } from 'vitest';
import { sha256OfText } from './testing/quern-file.ts';
import { PackLibrary } from '../pack-library.svelte.ts';
import { installerParts } from '../testing/installer-parts.ts';
import type { GpuAdmission } from './admit.ts';
import type { Folder } from './folder.ts';
import type { ImportProgress } from './import-file.ts';

// A model of two tensors in MLC's layout, and a library that says of itself what it reads: no kernel runs here.

const tensors = [
	{ name: 'a.q_weight', shape: [4, 2], dtype: 'uint32' },
	{ name: 'a.q_scale', shape: [4], dtype: 'float16' },
];
const cache = {
	metadata: { ParamSize: 2 },
	records: [
		{
			dataPath: 'params_shard_0.bin',
			format: 'raw-shard',
			nbytes: 40,
			md5sum: 'of something else',
			records: [
				{ ...tensors[0], format: 'raw', nbytes: 32, byteOffset: 0 },
				{ ...tensors[1], format: 'raw', nbytes: 8, byteOffset: 32 },
			],
		},
	],
};
const config = {
	model_type: 'llama',
	quantization: 'q4f16_1',
	vocab_size: 10,
	context_window_size: 32768,
	sliding_window_size: -1,
	tokenizer_files: ['../../secret'],
	model_config: { num_hidden_layers: 2, num_attention_heads: 4, hidden_size: 64 },
	conv_template: {
		system_template: '{system_message}',
		system_message: '',
		roles: { user: 'u', assistant: 'a' },
		seps: ['\n'],
		stop_str: [],
		stop_token_ids: [2],
	},
};
const libraryText = (params: object) =>
	`\0asm\x01\0\0\0 enable f16; ${JSON.stringify({ model_type: 'llama', quantization: 'q4f16_1', params }).replace(':', ': ')} more`;

const whole: Record<string, string> = {
	'mlc-chat-config.json': JSON.stringify(config),
	'ndarray-cache.json': JSON.stringify(cache),
	'params_shard_0.bin': 'x'.repeat(40),
	'tokenizer.json': '{}',
	'README.md': '# not needed',
	'libs/model-webgpu.wasm': libraryText(tensors),
};

function folderOf(contents: Record<string, string | undefined>, name = 'Tiny-q4f16_1-MLC'): Folder {
	const files = Object.entries(contents).flatMap(([path, text]) =>
		text === undefined ? [] : [{ path, file: new File([text], path.split('/').at(-1)!) }],
	);
	return { name, files };
}

const gpu: GpuAdmission = {
	gpuModels: [],
	gpu: { features: ['shader-f16'], limits: {} },
};

async function device() {
	const parts = installerParts();
	const { installer, carrier, mover, handReceiver } = parts;
	const startInstaller = () => ({ installer, carrier, mover, handReceiver, stop: () => {} });
	const library = new PackLibrary({ ...parts, startInstaller, baseUrl: location.origin });
	await library.open();
	const take = async (folder: Folder, admission: GpuAdmission = gpu) => {
		let progress: ImportProgress | undefined;
		for await (progress of library.importFile({ ...admission, folder }));
		return progress;
	};
	return { ...parts, library, take };
}

test('a folder becomes a pack whose descriptions are written anew, with its own library', async () => {
	const { library, shards, trusted, take } = await device();
	const sha256 = await sha256OfText(libraryText(tensors));
	const nested = Object.fromEntries(
		Object.entries(whole).map(([path, text]) => [`models/tiny/${path}`, text]),
	);
	await expect(take(folderOf(nested))).rejects.toMatchObject({
		code: 'untrusted',
		data: { reason: 'unknown-library', digest: sha256, name: 'Tiny-q4f16_1-MLC' },
	});
	expect(await shards.list()).toEqual([]);

	await trusted.trust({ digest: sha256, packName: 'Tiny', trustedAt: 0 });
	await take(folderOf(nested));
	const manifest = library.installed[0]!.manifest;
	const [set] = manifest.fileSets;
	expect(manifest).toMatchObject({
		id: `mlc-${manifest.source.revision.slice(0, 16)}`,
		name: 'Tiny-q4f16_1-MLC',
		quantization: 'q4f16_1',
		contextWindow: 4096,
		parameters: 64,
		license: { spdx: 'NOASSERTION' },
	});
	expect(set).toMatchObject({ library: 'library.wasm', requires: { features: ['shader-f16'] } });
	expect(set!.files.map(({ path }) => path)).toEqual([
		'mlc-chat-config.json',
		'tensor-cache.json',
		'tokenizer.json',
		'params_shard_0.bin',
		'library.wasm',
	]);
	const read = async (path: string) =>
		JSON.parse(
			await (await shards.read(set!.files.find((file) => file.path === path)!.sha256))!.text(),
		) as Record<string, unknown>;
	expect(await read('mlc-chat-config.json')).toMatchObject({
		tokenizer_files: ['tokenizer.json'],
		context_window_size: 4096,
	});
	expect(JSON.stringify(await read('tensor-cache.json'))).not.toContain('md5sum');
});

test('without a library of its own, the shipped one that reads the same tensors runs it', async () => {
	const { library, take } = await device();
	const text = libraryText(tensors);
	const url = URL.createObjectURL(new Blob([text]));
	const model = { model: 'tiny', quantization: 'q4f16_1' };
	const shipped = { url, sha256: await sha256OfText(text) };
	const folder = folderOf({ ...whole, 'libs/model-webgpu.wasm': undefined });
	await take(folder, { ...gpu, gpuModels: [{ ...model, library: shipped }] });
	expect(library.installed[0]!.manifest.fileSets[0]).toMatchObject({ libraryModel: 'tiny' });

	const changed = { ...shipped, sha256: '0'.repeat(64) };
	const other = await device();
	await expect(
		other.take(folder, { ...gpu, gpuModels: [{ ...model, library: changed }] }),
	).rejects.toMatchObject({ data: { reason: 'no-matching-library' } });
});

const huge = { ...cache, records: [{ ...cache.records[0], nbytes: 41 }] };

test.each<[string, string, string, Record<string, string | undefined>, GpuAdmission?]>([
	['nothing of a model', 'invalid-input', 'no-model-folder', { 'mlc-chat-config.json': undefined }],
	['no tensor cache', 'unsupported', 'missing-part', { 'ndarray-cache.json': undefined }],
	['a shard missing', 'unsupported', 'missing-part', { 'params_shard_0.bin': undefined }],
	['a shard cut short', 'invalid-input', 'malformed', { 'params_shard_0.bin': 'x' }],
	[
		'another length told',
		'invalid-input',
		'malformed',
		{ 'ndarray-cache.json': JSON.stringify(huge) },
	],
	['no tokenizer', 'unsupported', 'missing-part', { 'tokenizer.json': undefined }],
	['a config that is none', 'invalid-input', 'malformed', { 'mlc-chat-config.json': '[]' }],
	['no library', 'unsupported', 'no-matching-library', { 'libs/model-webgpu.wasm': undefined }],
	[
		'the library of another model',
		'unsupported',
		'library-mismatch',
		{ 'libs/model-webgpu.wasm': libraryText([{ ...tensors[0], shape: [4, 3] }, tensors[1]]) },
	],
	['a device without a GPU', 'unsupported', 'no-library', {}, { gpuModels: [] }],
	[
		'a GPU without half precision',
		'unsupported',
		'no-library',
		{},
		{ gpuModels: [], gpu: { features: [], limits: {} } },
	],
])('%s: %s, %s, and nothing is stored', async (_what, code, reason, changes, admission) => {
	const { shards, pending, take } = await device();
	await expect(take(folderOf({ ...whole, ...changes }), admission)).rejects.toMatchObject({
		code,
		data: { reason },
	});
	expect(await shards.list()).toEqual([]);
	expect((await pending.list()).items).toEqual([]);
});
