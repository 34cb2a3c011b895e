import type { Gguf } from '../../formats/gguf/gguf.ts';
import { AppError } from '../../lib/errors.ts';

/** Everything that a compiled library is compiled for. Two models of one shape run on one library. */
export interface ModelShape {
	/** `general.architecture` of GGUF; `model_type` of MLC-LLM. */
	readonly architecture: string;
	readonly hidden_size: number;
	readonly layers: number;
	readonly query_heads: number;
	readonly key_heads: number;
	readonly head_size: number;
	readonly intermediate_size: number;
	readonly vocabulary: number;
	readonly rope_theta: number;
	readonly norm_epsilon: number;
	readonly attention_bias: boolean;
	/** The embedding is the output head too. */
	readonly tied: boolean;
	/** Rotary frequencies are as `rope_theta` alone says. */
	readonly plain_rope: boolean;
}

/** Reads the shape. Throws `invalid-input` where a number is missing, `unsupported` for odd heads. */
export function shapeOf({ metadata, tensors }: Gguf): ModelShape {
	const architecture = metadata.string('general.architecture');
	const of = (name: string) => `${architecture}.${name}`;
	const hidden = metadata.count(of('embedding_length'));
	const heads = metadata.count(of('attention.head_count'));
	const head = metadata.countOr(of('attention.key_length'), hidden / heads);
	const value = metadata.countOr(of('attention.value_length'), head);
	const rotated = metadata.countOr(of('rope.dimension_count'), head);
	const layers = metadata.count(of('block_count'));
	if (
		!Number.isInteger(head / 2) ||
		head === 0 ||
		heads === 0 ||
		rotated !== head ||
		value !== head
	) {
		throw new AppError('unsupported', `convert: heads of ${head} with ${rotated} rotated`);
	}
	if (layers > tensors.size) throw new AppError('corrupt', `convert: ${layers} layers`);
	const scaling = metadata.stringOr(of('rope.scaling.type'), 'none');
	return {
		architecture,
		hidden_size: hidden,
		layers,
		query_heads: heads,
		key_heads: metadata.countOr(of('attention.head_count_kv'), heads),
		head_size: head,
		intermediate_size: metadata.count(of('feed_forward_length')),
		vocabulary: metadata.strings('tokenizer.ggml.tokens').length,
		rope_theta: metadata.numberOr(of('rope.freq_base'), 10_000),
		norm_epsilon: metadata.number(of('attention.layer_norm_rms_epsilon')),
		attention_bias: tensors.has('blk.0.attn_q.bias'),
		tied: !tensors.has('output.weight'),
		plain_rope: scaling === 'none' && !tensors.has('rope_freqs.weight'),
	};
}

/** The first thing in which two shapes differ, or undefined. Numbers are compared as GGUF keeps them. */
export function differenceOf(a: ModelShape, b: ModelShape): keyof ModelShape | undefined {
	const same = (x: ModelShape[keyof ModelShape], y: typeof x) =>
		typeof x === 'number' && typeof y === 'number' ? Math.fround(x) === Math.fround(y) : x === y;
	return (Object.keys(b) as (keyof ModelShape)[]).find((key) => !same(a[key], b[key]));
}
