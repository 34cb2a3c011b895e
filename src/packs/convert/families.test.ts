import { describe, expect, it } from 'vitest';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { arraySource } from '../../formats/gguf/testing/gguf-bytes.ts';
import { writeGguf } from '../../formats/gguf/testing/write-gguf.ts';
import type { LayoutId } from './layout-id.ts';
import { largestError } from './testing/largest-error.ts';
import { convertAll, readJson, readPack } from './testing/read-pack.ts';
import { TINY, tinyDecoder, type TinyModel } from './testing/tiny-decoder.ts';

const open = ({ metadata, tensors }: TinyModel) =>
	openGguf(arraySource(writeGguf(metadata, tensors)));

/** MLC-LLM's names of a layer's parameters, and what they are made of; the last is the number of rotary heads. */
type Row = [packed: string, stored: string[], heads?: number[]];
const ATTENTION = ['attn_q.weight', 'attn_k.weight', 'attn_v.weight'];
const COMMON: Row[] = [
	['self_attn.o_proj', ['attn_output.weight']],
	['mlp.gate_up_proj', ['ffn_gate.weight', 'ffn_up.weight']],
	['mlp.down_proj', ['ffn_down.weight']],
	['input_layernorm.weight', ['attn_norm.weight']],
];
const HEAD_NORMS: Row[] = [
	['self_attn.q_norm.weight', ['attn_q_norm.weight']],
	['self_attn.k_norm.weight', ['attn_k_norm.weight']],
];
const FAMILIES: Record<string, { prefix: string; modelType: string; rows: Row[] }> = {
	llama: {
		prefix: 'model.',
		modelType: 'llama',
		rows: [
			...COMMON,
			['self_attn.qkv_proj', ATTENTION, [TINY.heads, 1, 0]],
			['post_attention_layernorm.weight', ['ffn_norm.weight']],
		],
	},
	qwen2: {
		prefix: 'model.',
		modelType: 'qwen2',
		rows: [
			...COMMON,
			['self_attn.c_attn', ATTENTION],
			['self_attn.c_attn.bias', ['attn_q.bias', 'attn_k.bias', 'attn_v.bias']],
			['post_attention_layernorm.weight', ['ffn_norm.weight']],
		],
	},
	qwen3: {
		prefix: 'model.',
		modelType: 'qwen3',
		rows: [
			...COMMON,
			...HEAD_NORMS,
			['self_attn.c_attn', ATTENTION],
			['post_attention_layernorm.weight', ['ffn_norm.weight']],
		],
	},
	gemma3: {
		prefix: 'language_model.model.',
		modelType: 'gemma3_text',
		rows: [
			...COMMON,
			...HEAD_NORMS,
			['self_attn.q_proj', ['attn_q.weight']],
			['self_attn.k_proj', ['attn_k.weight']],
			['self_attn.v_proj', ['attn_v.weight']],
			['post_attention_layernorm.weight', ['post_attention_norm.weight']],
			['pre_feedforward_layernorm.weight', ['ffn_norm.weight']],
			['post_feedforward_layernorm.weight', ['post_ffw_norm.weight']],
		],
	},
};

/** The largest error of each parameter; throws where one is missing, and the number of tensors tells of one too many. */
async function errorsOf(model: TinyModel, layout: LayoutId) {
	const gguf = await open(model);
	const files = await convertAll(gguf, undefined, layout);
	const packed = readPack(files);
	const { prefix, rows } = FAMILIES[gguf.metadata.string('general.architecture')]!;
	const all: Row[] = [
		[`${prefix}embed_tokens`, ['token_embd.weight']],
		[`${prefix}norm.weight`, ['output_norm.weight']],
		...(gguf.tensors.has('output.weight') ? [['lm_head', ['output.weight']] as Row] : []),
	];
	for (let layer = 0; layer < TINY.layers; layer++) {
		for (const [name, stored, heads] of rows) {
			const from = stored.map((part) => `blk.${layer}.${part}`);
			all.push([`${prefix}layers.${layer}.${name}`, from, ...(heads ? [heads] : [])] as Row);
		}
	}
	const errors = new Map<string, number>();
	for (const [name, stored, heads] of all) {
		errors.set(name, await largestError(gguf, stored, packed, name, heads));
	}
	const tensors = all.reduce((sum, [name]) => sum + (packed.has(name) ? 1 : 2), 0);
	return { errors, files, complete: packed.size === tensors };
}

describe.each(Object.keys(FAMILIES))('%s in MLC-LLM’s layout', (architecture) => {
	it('keeps every weight of Q4_0 exactly, under MLC-LLM’s names', async () => {
		const model = tinyDecoder(architecture, { linear: 'Q4_0', embedding: 'Q4_0' });
		const { errors, complete } = await errorsOf(model, 'q4f32_1');
		expect([...errors].filter(([, error]) => error !== 0)).toEqual([]);
		expect(complete).toBe(true);
	});

	it('rounds vectors, and nothing else, where all is in half precision', async () => {
		const model = tinyDecoder(architecture, { linear: 'Q4_0', embedding: 'Q4_0' });
		const { errors } = await errorsOf(model, 'q4f16_1');
		for (const [name, error] of errors) {
			if (/norm|bias/.test(name)) expect(error, name).toBeLessThanOrEqual(2 ** -11);
			else expect(error, name).toBe(0);
		}
	});

	it('writes the fields that MLC-LLM configures a library with', async () => {
		const { files } = await errorsOf(tinyDecoder(architecture), 'q4f16_1');
		expect(readJson(files, 'mlc-chat-config.json')).toMatchObject({
			model_type: FAMILIES[architecture]!.modelType,
			quantization: 'q4f16_1',
			model_config: {
				hidden_size: TINY.hidden,
				intermediate_size: TINY.feedForward,
				num_hidden_layers: TINY.layers,
				num_attention_heads: TINY.heads,
				num_key_value_heads: 1,
				head_dim: TINY.head,
				rms_norm_eps: 0.5,
				vocab_size: TINY.vocabulary,
			},
			context_window_size: 4096,
			sliding_window_size: -1,
		});
	});
});

it('keeps an output head of its own', async () => {
	const model = tinyDecoder('llama', { linear: 'Q4_0', embedding: 'Q4_0', head: true });
	const { errors, complete } = await errorsOf(model, 'q4f32_1');
	expect(errors.get('lm_head')).toBe(0);
	expect(complete).toBe(true);
});

it.each(['Q5_0', 'Q5_1', 'Q8_0'] as const)('brings %s near, in either layout', async (linear) => {
	for (const layout of ['q4_1', 'q4f32_1'] as const) {
		const model = tinyDecoder('llama', { linear, embedding: linear });
		const gguf = await open(model);
		const packed = readPack(await convertAll(gguf, undefined, layout));
		const name = layout === 'q4_1' ? 'layers.0.mlp.down_proj' : 'model.layers.0.mlp.down_proj';
		const error = await largestError(gguf, ['blk.0.ffn_down.weight'], packed, name);
		expect(error).toBeGreaterThan(0);
		expect(Number.isFinite(error)).toBe(true);
	}
});
