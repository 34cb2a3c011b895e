import type { Gguf } from '../../formats/gguf/gguf.ts';
import type { TensorInfo } from '../../formats/gguf/tensor-info.ts';
import { AppError } from '../../lib/errors.ts';
import type { ModelPart, RowsInto } from './model-part.ts';
import type { ModelShape } from './model-shape.ts';
import { inOrder, interleavedToHalves } from './row-order.ts';

/** In what decoder-only transformers differ, as far as the names and the order of their weights go. */
export interface DecoderStyle {
	/** What MLC-LLM puts before every name. */
	readonly prefix: string;
	/** What MLC-LLM calls query, key and value joined; without it they stay apart. */
	readonly joinedAttention?: string;
	/** Query and key rows are stored for interleaved rotary embedding, as llama.cpp wants it of this family. */
	readonly interleaved?: boolean;
	/** Query, key and value have biases. */
	readonly biases?: boolean;
	/** Query and key have norms of their own. */
	readonly headNorms?: boolean;
	/** There are norms behind attention and feed-forward part too. */
	readonly sandwich?: boolean;
}

/**
 * Every parameter of the model, in order. Throws `invalid-input` or `corrupt` where the file lacks a tensor or one
 * has another shape than its metadata says, and `unsupported` for a tensor that this style has no place for: left
 * out, it would make another model.
 */
export function decoderParts(gguf: Gguf, shape: ModelShape, style: DecoderStyle): ModelPart[] {
	const { hidden_size: hidden, vocabulary } = shape;
	const to = (name: string) => `${style.prefix}${name}`;
	const embedding = matrix(gguf, 'token_embd.weight', vocabulary, hidden);
	const parts: ModelPart[] = [
		{ kind: 'embedding', name: to('embed_tokens'), rows: [whole(embedding)] },
	];
	for (let layer = 0; layer < shape.layers; layer++) {
		parts.push(...layerParts(gguf, shape, style, layer));
	}
	parts.push({
		kind: 'vector',
		name: to('norm.weight'),
		tensors: [matrix(gguf, 'output_norm.weight', 1, hidden)],
	});
	if (!shape.tied) {
		const head = matrix(gguf, 'output.weight', vocabulary, hidden);
		parts.push({
			kind: 'linear',
			name: `${style.prefix.replace('model.', '')}lm_head`,
			rows: [whole(head)],
		});
	}
	refuseOthers(gguf, parts);
	return parts;
}

function layerParts(
	gguf: Gguf,
	shape: ModelShape,
	style: DecoderStyle,
	layer: number,
): ModelPart[] {
	const { hidden_size: hidden, intermediate_size: feedForward, head_size: head } = shape;
	const queries = shape.query_heads * head;
	const keys = shape.key_heads * head;
	const from = (name: string) => `blk.${layer}.${name}`;
	const to = (name: string) => `${style.prefix}layers.${layer}.${name}`;
	const weight = (name: string, rows: number, columns: number) =>
		matrix(gguf, `${from(name)}.weight`, rows, columns);
	const linear = (name: string, ...rows: RowsInto[]): ModelPart => ({
		kind: 'linear',
		name: to(name),
		rows,
	});
	const vector = (name: string, ...tensors: TensorInfo[]): ModelPart => ({
		kind: 'vector',
		name: to(name),
		tensors,
	});
	const norm = (name: string, stored: string, length = hidden) =>
		vector(`${name}.weight`, weight(stored, 1, length));

	const order = (rows: number, first: number) =>
		style.interleaved ? interleavedToHalves(rows, head, first) : inOrder(rows, first);
	const rows = { attn_q: queries, attn_k: keys, attn_v: keys };
	const place = (name: keyof typeof rows, first: number): RowsInto => ({
		tensor: weight(name, rows[name], hidden),
		outputs: name === 'attn_v' ? inOrder(keys, first) : order(rows[name], first),
	});
	const bias = (name: keyof typeof rows) => matrix(gguf, `${from(name)}.bias`, 1, rows[name]);
	const { joinedAttention } = style;
	const attention = joinedAttention
		? [
				linear(
					`self_attn.${joinedAttention}`,
					place('attn_q', 0),
					place('attn_k', queries),
					place('attn_v', queries + keys),
				),
			]
		: (['q', 'k', 'v'] as const).map((name) =>
				linear(`self_attn.${name}_proj`, place(`attn_${name}`, 0)),
			);
	const biases =
		style.biases && joinedAttention
			? [
					vector(
						`self_attn.${joinedAttention}.bias`,
						bias('attn_q'),
						bias('attn_k'),
						bias('attn_v'),
					),
				]
			: [];
	const headNorms = style.headNorms
		? [norm('self_attn.q_norm', 'attn_q_norm', head), norm('self_attn.k_norm', 'attn_k_norm', head)]
		: [];
	const norms = style.sandwich
		? [
				norm('input_layernorm', 'attn_norm'),
				norm('post_attention_layernorm', 'post_attention_norm'),
				norm('pre_feedforward_layernorm', 'ffn_norm'),
				norm('post_feedforward_layernorm', 'post_ffw_norm'),
			]
		: [norm('input_layernorm', 'attn_norm'), norm('post_attention_layernorm', 'ffn_norm')];
	return [
		...attention,
		...biases,
		linear('self_attn.o_proj', whole(weight('attn_output', hidden, queries))),
		...headNorms,
		linear('mlp.gate_up_proj', whole(weight('ffn_gate', feedForward, hidden)), {
			tensor: weight('ffn_up', feedForward, hidden),
			outputs: inOrder(feedForward, feedForward),
		}),
		linear('mlp.down_proj', whole(weight('ffn_down', hidden, feedForward))),
		...norms,
	];
}

function whole(tensor: TensorInfo): RowsInto {
	return { tensor, outputs: inOrder(tensor.rows) };
}

function matrix(gguf: Gguf, name: string, rows: number, columns: number): TensorInfo {
	const tensor = gguf.tensor(name);
	if (tensor.rows !== rows || tensor.columns !== columns) {
		throw new AppError('corrupt', `convert: ${name} is not [${rows}, ${columns}]`);
	}
	return tensor;
}

function refuseOthers({ tensors }: Gguf, parts: readonly ModelPart[]): void {
	const used = new Set(
		parts.flatMap((part) =>
			part.kind === 'vector'
				? part.tensors.map(({ name }) => name)
				: part.rows.map(({ tensor }) => tensor.name),
		),
	);
	for (const name of tensors.keys()) {
		if (used.has(name) || name === 'rope_freqs.weight') continue;
		throw new AppError('unsupported', `convert: no place for ${name}`, { data: { tensor: name } });
	}
}
