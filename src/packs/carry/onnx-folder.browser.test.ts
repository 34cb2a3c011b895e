import { expect, test } from 'vitest';
import { PackLibrary } from '../pack-library.svelte.ts';
import { installerParts } from '../testing/installer-parts.ts';

// Descriptions as hubs have them; no graph is run here, so that a few bytes stand for it.

const template = "{% for message in messages %}{{ message['content'] }}{% endfor %}";
const chat: Record<string, string | undefined> = {
	'config.json': JSON.stringify({
		model_type: 'llama',
		architectures: ['LlamaForCausalLM'],
		max_position_embeddings: 8192,
	}),
	'tokenizer.json': '{}',
	'tokenizer_config.json': JSON.stringify({ chat_template: template }),
	'generation_config.json': '{}',
	'onnx/model.onnx': 'float32',
	'onnx/model_quantized.onnx': '8-bit',
	'onnx/model_quantized.onnx_data': 'its weights',
	'README.md': 'not needed',
};

async function device() {
	const parts = installerParts();
	const { installer, carrier, mover, handReceiver } = parts;
	const startInstaller = () => ({ installer, carrier, mover, handReceiver, stop: () => {} });
	const library = new PackLibrary({ ...parts, startInstaller, baseUrl: location.origin });
	await library.open();
	const take = async (contents: Record<string, string | undefined>) => {
		const files = Object.entries(contents).flatMap(([path, text]) =>
			text === undefined ? [] : [{ path: `a/${path}`, file: new File([text], path) }],
		);
		const request = { gpuModels: [], folder: { name: 'Tiny ONNX', files } };
		const steps = library.importFile(request);
		while (!(await steps.next()).done);
	};
	return { ...parts, library, take };
}

test('a folder becomes a pack that chats, with the graph that suits the processor', async () => {
	const { library, take } = await device();
	await take(chat);
	const [pack] = library.installed;
	expect(pack).toMatchObject({
		engine: 'transformers',
		manifest: {
			name: 'Tiny ONNX',
			tasks: ['chat'],
			contextWindow: 4096,
			quantization: 'quantized',
		},
	});
	expect(pack!.manifest.fileSets[0]!.files.map(({ path }) => path)).toEqual([
		'config.json',
		'tokenizer_config.json',
		'tokenizer.json',
		'generation_config.json',
		'onnx/model_quantized.onnx',
		'onnx/model_quantized.onnx_data',
	]);
});

const config = (fields: object) => JSON.stringify({ model_type: 'x', ...fields });
const noGraphs = {
	'onnx/model.onnx': undefined,
	'onnx/model_quantized.onnx': undefined,
};
const endless = '{% for a in range(99999) %}'.repeat(3) + '{% endfor %}'.repeat(3);

test.each<[string, string, string, Record<string, string | undefined>]>([
	['no graph', 'invalid-input', 'no-model-folder', noGraphs],
	[
		'parts of a model in several graphs',
		'unsupported',
		'missing-part',
		{ ...noGraphs, 'onnx/encoder_model.onnx': 'x', 'onnx/decoder_model.onnx': 'x' },
	],
	['no tokenizer', 'unsupported', 'missing-part', { 'tokenizer.json': undefined }],
	['no chat template', 'unsupported', 'no-chat-template', { 'tokenizer_config.json': '{}' }],
	[
		'a model of another kind',
		'unsupported',
		'unknown-architecture',
		{ 'config.json': config({ architectures: ['WhisperForConditionalGeneration'] }) },
	],
	['a config that is none', 'invalid-input', 'malformed', { 'config.json': '[]' }],
	[
		'a config of two megabytes',
		'invalid-input',
		'malformed',
		{ 'config.json': config({ a: 'x'.repeat(2 << 20) }) },
	],
	[
		'a template without end',
		'invalid-input',
		'endless-template',
		{ 'chat_template.jinja': endless },
	],
])('%s: %s, %s, and nothing is stored', async (_what, code, reason, changes) => {
	const { shards, pending, take } = await device();
	await expect(take({ ...chat, ...changes })).rejects.toMatchObject({ code, data: { reason } });
	expect(await shards.list()).toEqual([]);
	expect((await pending.list()).items).toEqual([]);
});
