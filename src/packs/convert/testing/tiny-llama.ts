import { randomBytes } from '../../../formats/gguf/testing/random-bytes.ts';
import type { TestTensor, TestValue } from '../../../formats/gguf/testing/write-gguf.ts';

/** Lengths of the tiny model, in elements. */
export const TINY = { layers: 2, vocabulary: 40, hidden: 64, feedForward: 96, heads: 2, head: 32 };

/** Numbers in the file and bytes per block of 32. */
const Q4_0 = { type: 2, bytes: 18 };
const Q4_1 = { type: 3, bytes: 20 };
const Q8_0 = { type: 8, bytes: 34 };

/** A whole llama model of random weights, small enough for a test: what `writeGguf` takes. */
export function tinyLlama(linear: 'Q4_0' | 'Q4_1' = 'Q4_1'): {
	metadata: Record<string, TestValue>;
	tensors: TestTensor[];
} {
	const random = randomBytes(7);
	const { layers, vocabulary, hidden, feedForward, heads, head } = TINY;
	const quantized = (name: string, rows: number, columns: number, of: typeof Q4_1) => ({
		name: `${name}.weight`,
		shape: [columns, rows],
		type: of.type,
		data: blocks((rows * columns) / 32, of, random),
	});
	const vector = (name: string) => ({
		name: `${name}.weight`,
		shape: [hidden],
		type: 0,
		data: new Uint8Array(Float32Array.from({ length: hidden }, () => random() / 256).buffer),
	});
	const four = linear === 'Q4_0' ? Q4_0 : Q4_1;
	const tensors: TestTensor[] = [quantized('token_embd', vocabulary, hidden, Q8_0)];
	for (let layer = 0; layer < layers; layer++) {
		const at = (name: string) => `blk.${layer}.${name}`;
		tensors.push(
			vector(at('attn_norm')),
			quantized(at('ffn_down'), hidden, feedForward, four),
			quantized(at('ffn_gate'), feedForward, hidden, four),
			quantized(at('ffn_up'), feedForward, hidden, four),
			vector(at('ffn_norm')),
			quantized(at('attn_k'), head, hidden, four),
			quantized(at('attn_output'), hidden, heads * head, four),
			quantized(at('attn_q'), heads * head, hidden, four),
			quantized(at('attn_v'), head, hidden, four),
		);
	}
	tensors.push(vector('output_norm'));
	return { metadata: tinyMetadata(), tensors };
}

function tinyMetadata(): Record<string, TestValue> {
	const { layers, vocabulary, hidden, feedForward, heads } = TINY;
	const ids = Array.from({ length: vocabulary }, (_, id) => id);
	return {
		'general.architecture': 'llama',
		'general.basename': 'smollm2',
		'llama.block_count': layers,
		'llama.context_length': 8192,
		'llama.embedding_length': hidden,
		'llama.feed_forward_length': feedForward,
		'llama.attention.head_count': heads,
		'llama.attention.head_count_kv': 1,
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
function blocks(count: number, { bytes }: typeof Q4_1, random: () => number): Uint8Array {
	const data = Uint8Array.from({ length: count * bytes }, random);
	const halves = bytes === Q4_1.bytes ? 2 : 1;
	for (let block = 0; block < count; block++) {
		for (let half = 0; half < halves; half++) {
			const high = block * bytes + 2 * half + 1;
			data[high] = (data[high]! & 0x9f) | 0x20;
		}
	}
	return data;
}
