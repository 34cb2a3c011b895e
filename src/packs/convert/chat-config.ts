import type { Metadata } from '../../formats/gguf/metadata.ts';
import { chatFamilyOf } from './chat-family.ts';

/** The KV cache of the compiled libraries is not made larger than this many tokens. */
const MAX_CONTEXT_WINDOW = 4096;

/** `mlc-chat-config.json`: the fields that @mlc-ai/web-llm 0.2.86 reads (`ChatConfig`). */
export function chatConfig(metadata: Metadata, architecture: string): object {
	const family = chatFamilyOf(metadata);
	const endOfTurn = metadata.count('tokenizer.ggml.eos_token_id');
	return {
		version: '0.1.0',
		model_type: architecture,
		quantization: 'q4_1',
		vocab_size: metadata.strings('tokenizer.ggml.tokens').length,
		context_window_size: Math.min(
			metadata.count(`${architecture}.context_length`),
			MAX_CONTEXT_WINDOW,
		),
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
		conv_template: { ...family.template, stop_token_ids: [endOfTurn] },
		bos_token_id: metadata.count('tokenizer.ggml.bos_token_id'),
		eos_token_id: endOfTurn,
	};
}
