import { describe, expect, it } from 'vitest';
import { Metadata } from '../../formats/gguf/metadata.ts';
import { chatConfig } from './chat-config.ts';

const config = (contextLength: number) =>
	chatConfig(
		new Metadata(
			new Map<string, string | number | string[]>([
				['general.basename', 'SmolLM2'],
				['llama.context_length', contextLength],
				['tokenizer.ggml.tokens', ['a', 'b', 'c']],
				['tokenizer.ggml.bos_token_id', 1],
				['tokenizer.ggml.eos_token_id', 2],
			]),
		),
		'llama',
	);

describe('chatConfig', () => {
	it('keeps a context window that is smaller than the libraries have', () => {
		expect(config(2048)).toMatchObject({ context_window_size: 2048 });
		expect(config(8192)).toMatchObject({ context_window_size: 4096 });
	});

	it('ends a turn at the end-of-turn token', () => {
		expect(config(2048)).toMatchObject({
			eos_token_id: 2,
			conv_template: { stop_token_ids: [2], stop_str: ['<|im_end|>'] },
		});
	});

	it('has no role templates, which would change $& in what people write', () => {
		expect(config(2048)).not.toHaveProperty('conv_template.role_templates');
	});
});
