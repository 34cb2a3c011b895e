import type { Gguf } from '../../../formats/gguf/gguf.ts';
import type { TensorInfo } from '../../../formats/gguf/tensor-info.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Architecture } from '../architecture.ts';
import { packEmbedding, packLinear, packVector, type PackedTensor } from '../packed-tensor.ts';
import { inOrder, interleavedToHalves } from '../row-order.ts';

/** Llama with grouped-query attention, a gated feed-forward part, no biases and a tied output head. */
export const llama: Architecture = {
	id: 'llama',
	plan(gguf) {
		if (gguf.tensors.has('output.weight')) {
			throw new AppError('unsupported', 'convert: an output head of its own');
		}
		const sizes = readSizes(gguf);
		const embedding = matrix(gguf, 'token_embd.weight', sizes.vocabulary, sizes.hidden);
		const tensors = packEmbedding(gguf, 'embed_tokens', {
			tensor: embedding,
			columns: inOrder(sizes.vocabulary),
		});
		for (let layer = 0; layer < sizes.layers; layer++) {
			tensors.push(...planLayer(gguf, sizes, layer));
		}
		tensors.push(vector(gguf, 'norm.weight', 'output_norm.weight', sizes.hidden));
		return tensors;
	},
};

/** Lengths in elements, `layers` apart. */
interface Sizes {
	layers: number;
	vocabulary: number;
	hidden: number;
	feedForward: number;
	head: number;
	queries: number;
	keys: number;
}

function readSizes({ metadata, tensors }: Gguf): Sizes {
	const hidden = metadata.count('llama.embedding_length');
	const heads = metadata.count('llama.attention.head_count');
	const keyHeads = metadata.countOr('llama.attention.head_count_kv', heads);
	const head = metadata.countOr('llama.attention.key_length', hidden / heads);
	const rotated = metadata.countOr('llama.rope.dimension_count', head);
	const layers = metadata.count('llama.block_count');
	if (!Number.isInteger(head / 2) || head === 0 || rotated !== head) {
		throw new AppError('unsupported', `convert: heads of ${head} with ${rotated} rotated`);
	}
	if (layers > tensors.size) throw new AppError('corrupt', `convert: ${layers} layers`);
	return {
		layers,
		vocabulary: metadata.strings('tokenizer.ggml.tokens').length,
		hidden,
		feedForward: metadata.count('llama.feed_forward_length'),
		head,
		queries: heads * head,
		keys: keyHeads * head,
	};
}

function planLayer(gguf: Gguf, sizes: Sizes, layer: number): PackedTensor[] {
	const { hidden, feedForward, queries, keys, head } = sizes;
	const from = (name: string) => `blk.${layer}.${name}.weight`;
	const to = (name: string) => `layers.${layer}.${name}`;
	const linear = (name: string, rows: number, columns: number) =>
		matrix(gguf, from(name), rows, columns);
	return [
		...packLinear(gguf, to('self_attn.qkv_proj'), [
			{
				tensor: linear('attn_q', queries, hidden),
				columns: interleavedToHalves(queries, head),
			},
			{
				tensor: linear('attn_k', keys, hidden),
				columns: interleavedToHalves(keys, head, queries),
			},
			{ tensor: linear('attn_v', keys, hidden), columns: inOrder(keys, queries + keys) },
		]),
		...packLinear(gguf, to('self_attn.o_proj'), [
			{ tensor: linear('attn_output', hidden, queries), columns: inOrder(hidden) },
		]),
		...packLinear(gguf, to('mlp.gate_up_proj'), [
			{ tensor: linear('ffn_gate', feedForward, hidden), columns: inOrder(feedForward) },
			{
				tensor: linear('ffn_up', feedForward, hidden),
				columns: inOrder(feedForward, feedForward),
			},
		]),
		...packLinear(gguf, to('mlp.down_proj'), [
			{ tensor: linear('ffn_down', hidden, feedForward), columns: inOrder(hidden) },
		]),
		vector(gguf, to('input_layernorm.weight'), from('attn_norm'), hidden),
		vector(gguf, to('post_attention_layernorm.weight'), from('ffn_norm'), hidden),
	];
}

function matrix(gguf: Gguf, name: string, rows: number, columns: number): TensorInfo {
	const tensor = gguf.tensor(name);
	if (tensor.rows !== rows || tensor.columns !== columns) {
		throw new AppError('corrupt', `convert: ${name} is not [${rows}, ${columns}]`);
	}
	return tensor;
}

function vector(gguf: Gguf, to: string, from: string, length: number): PackedTensor {
	return packVector(gguf, to, matrix(gguf, from, 1, length));
}
