import { tensorTypeNamed } from '../../../formats/gguf/tensor-type.ts';
import { randomBytes } from '../../../formats/gguf/testing/random-bytes.ts';
import type { TestTensor, TestValue } from '../../../formats/gguf/testing/write-gguf.ts';

/** Lengths of the tiny models, in elements. */
export const TINY = { layers: 2, vocabulary: 40, hidden: 64, feedForward: 96, heads: 2, head: 32 };

export interface TinyModel {
	metadata: Record<string, TestValue>;
	tensors: TestTensor[];
}

/** Types of blocks of 32 values, and how many half-precision numbers they begin with. */
const HALVES = { Q4_0: 1, Q4_1: 2, Q5_0: 1, Q5_1: 2, Q8_0: 1 };
export type TinyType = keyof typeof HALVES;

/** What families have beside the tensors of Llama, by layer: vectors, with their length. */
const EXTRAS: Readonly<Record<string, readonly (readonly [name: string, length: number])[]>> = {
	llama: [],
	qwen2: [
		['attn_q.bias', TINY.heads * TINY.head],
		['attn_k.bias', TINY.head],
		['attn_v.bias', TINY.head],
	],
	qwen3: [
		['attn_q_norm.weight', TINY.head],
		['attn_k_norm.weight', TINY.head],
	],
	gemma3: [
		['attn_q_norm.weight', TINY.head],
		['attn_k_norm.weight', TINY.head],
		['post_attention_norm.weight', TINY.hidden],
		['post_ffw_norm.weight', TINY.hidden],
	],
};

/** A whole model of random weights, small enough for a test: what `writeGguf` takes. */
export function tinyDecoder(
	architecture: string,
	{
		linear = 'Q4_1',
		embedding = 'Q8_0',
		head = false,
	}: { linear?: TinyType; embedding?: TinyType; head?: boolean } = {},
): TinyModel {
	const random = randomBytes(7);
	const { layers, vocabulary, hidden, feedForward, heads } = TINY;
	const quantized = (name: string, rows: number, columns: number, type: TinyType) => ({
		name: `${name}.weight`,
		shape: [columns, rows],
		type: tensorTypeNamed(type).id,
		data: blocks((rows * columns) / 32, type, random),
	});
	const vector = (name: string, length = hidden) => ({
		name,
		shape: [length],
		type: 0,
		data: new Uint8Array(Float32Array.from({ length }, () => random() / 256).buffer),
	});
	const tensors: TestTensor[] = [quantized('token_embd', vocabulary, hidden, embedding)];
	for (let layer = 0; layer < layers; layer++) {
		const at = (name: string) => `blk.${layer}.${name}`;
		tensors.push(
			vector(at('attn_norm.weight')),
			quantized(at('ffn_down'), hidden, feedForward, linear),
			quantized(at('ffn_gate'), feedForward, hidden, linear),
			quantized(at('ffn_up'), feedForward, hidden, linear),
			vector(at('ffn_norm.weight')),
			quantized(at('attn_k'), TINY.head, hidden, linear),
			quantized(at('attn_output'), hidden, heads * TINY.head, linear),
			quantized(at('attn_q'), heads * TINY.head, hidden, linear),
			quantized(at('attn_v'), TINY.head, hidden, linear),
			...EXTRAS[architecture]!.map(([name, length]) => vector(at(name), length)),
		);
	}
	tensors.push(vector('output_norm.weight'));
	if (head) tensors.push(quantized('output', vocabulary, hidden, linear));
	return { metadata: tinyMetadata(architecture), tensors };
}

export function tinyLlama(linear: TinyType = 'Q4_1'): TinyModel {
	return tinyDecoder('llama', { linear });
}

function tinyMetadata(architecture: string): Record<string, TestValue> {
	const { layers, vocabulary, hidden, feedForward, heads, head } = TINY;
	const ids = Array.from({ length: vocabulary }, (_, id) => id);
	return {
		'general.architecture': architecture,
		'general.basename': 'smollm2',
		[`${architecture}.block_count`]: layers,
		[`${architecture}.context_length`]: 8192,
		[`${architecture}.embedding_length`]: hidden,
		[`${architecture}.feed_forward_length`]: feedForward,
		[`${architecture}.attention.head_count`]: heads,
		[`${architecture}.attention.head_count_kv`]: 1,
		[`${architecture}.attention.key_length`]: head,
		[`${architecture}.attention.layer_norm_rms_epsilon`]: 0.5,
		'tokenizer.ggml.model': 'gpt2',
		'tokenizer.ggml.pre': 'smollm',
		'tokenizer.ggml.tokens': ids.map((id) => (id < 3 ? `<|${id}|>` : `t${id}`)),
		'tokenizer.ggml.token_type': ids.map((id) => (id < 3 ? 3 : 1)),
		'tokenizer.ggml.merges': ['t 1', 't 2'],
		'tokenizer.ggml.bos_token_id': 1,
		'tokenizer.ggml.eos_token_id': 2,
	};
}

/** Random bytes, with the half-precision numbers before the codes kept between 2^-7 and 2. */
function blocks(count: number, type: TinyType, random: () => number): Uint8Array {
	const { blockBytes } = tensorTypeNamed(type);
	const data = Uint8Array.from({ length: count * blockBytes }, random);
	for (let block = 0; block < count; block++) {
		for (let half = 0; half < HALVES[type]; half++) {
			const high = block * blockBytes + 2 * half + 1;
			data[high] = (data[high]! & 0x9f) | 0x20;
		}
	}
	return data;
}
