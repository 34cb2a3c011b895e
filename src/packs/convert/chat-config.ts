import type { Gguf } from '../../formats/gguf/gguf.ts';
import { chatFamilyOf } from './chat-family.ts';
import type { ConversionPlan } from './conversion-plan.ts';

/** The KV cache of the compiled libraries is not made larger than this many tokens. */
const MAX_CONTEXT_WINDOW = 4096;

/** Tokens of prompt and answer together that the converted model has. */
export function contextWindowOf({ metadata }: Gguf): number {
	const architecture = metadata.string('general.architecture');
	return Math.min(metadata.count(`${architecture}.context_length`), MAX_CONTEXT_WINDOW);
}

/** `mlc-chat-config.json`: the fields that @mlc-ai/web-llm 0.2.86 reads (`ChatConfig`). */
export function chatConfig(
	gguf: Gguf,
	{ architecture, shape, layout }: Pick<ConversionPlan, 'architecture' | 'shape' | 'layout'>,
): object {
	const { metadata } = gguf;
	const family = chatFamilyOf(metadata);
	const tokens = metadata.strings('tokenizer.ggml.tokens');
	const end = metadata.count('tokenizer.ggml.eos_token_id');
	const endOfTurn = tokens.indexOf(family.endOfTurn);
	const start = metadata.countOr('tokenizer.ggml.bos_token_id', end);
	return {
		version: '0.1.0',
		model_type: architecture.modelType ?? architecture.id,
		quantization: layout.id,
		...(layout.id === 'q4_1' ? {} : { model_config: modelConfig(gguf, { architecture, shape }) }),
		vocab_size: tokens.length,
		context_window_size: contextWindowOf(gguf),
		sliding_window_size: -1,
		attention_sink_size: -1,
		temperature: family.temperature,
		top_p: family.topP,
		presence_penalty: 0,
		frequency_penalty: 0,
		repetition_penalty: 1,
		tokenizer_files: ['tokenizer.json'],
		tokenizer_info: {
			token_postproc_method: 'byte_level',
			prepend_space_in_encode: false,
			strip_space_in_decode: false,
		},
		conv_template: {
			...family.template,
			stop_token_ids: [...new Set([end, ...(endOfTurn < 0 ? [] : [endOfTurn])])],
			...(metadata.booleanOr('tokenizer.ggml.add_bos_token', false)
				? { system_prefix_token_ids: [start] }
				: {}),
		},
		bos_token_id: start,
		eos_token_id: end,
	};
}

/** `model_config`: what MLC-LLM compiles a library from, in its words. */
function modelConfig(
	gguf: Gguf,
	{ architecture, shape }: Pick<ConversionPlan, 'architecture' | 'shape'>,
): object {
	return {
		hidden_size: shape.hidden_size,
		intermediate_size: shape.intermediate_size,
		num_hidden_layers: shape.layers,
		num_attention_heads: shape.query_heads,
		num_key_value_heads: shape.key_heads,
		rms_norm_eps: Number(shape.norm_epsilon.toPrecision(7)),
		vocab_size: shape.vocabulary,
		...architecture.modelConfig(shape),
		context_window_size: contextWindowOf(gguf),
		prefill_chunk_size: Math.min(contextWindowOf(gguf), 2048),
		tensor_parallel_shards: 1,
	};
}
