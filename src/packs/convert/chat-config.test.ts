import { describe, expect, it } from 'vitest';
import { openGguf } from '../../formats/gguf/gguf.ts';
import { arraySource } from '../../formats/gguf/testing/gguf-bytes.ts';
import { writeGguf, type TestValue } from '../../formats/gguf/testing/write-gguf.ts';
import { chatConfig } from './chat-config.ts';
import { planConversion } from './conversion-plan.ts';
import { tinyLlama } from './testing/tiny-decoder.ts';

async function config(changes: Record<string, TestValue>) {
	const { metadata, tensors } = tinyLlama();
	const gguf = await openGguf(arraySource(writeGguf({ ...metadata, ...changes }, tensors)));
	return chatConfig(gguf, planConversion(gguf, 'q4_1'));
}

const context = (tokens: number) => config({ 'llama.context_length': tokens });
const template = (text: string) => config({ 'tokenizer.chat_template': text });

describe('chatConfig', () => {
	it('keeps a context window that is smaller than the libraries have', async () => {
		expect(await context(2048)).toMatchObject({ context_window_size: 2048 });
		expect(await context(8192)).toMatchObject({ context_window_size: 4096 });
	});

	it('ends a turn at the end-of-turn token', async () => {
		expect(await context(2048)).toMatchObject({
			eos_token_id: 2,
			conv_template: { stop_token_ids: [2], stop_str: ['<|im_end|>'] },
		});
	});

	it('has no role templates, which would change $& in what people write', async () => {
		expect(await context(2048)).not.toHaveProperty('conv_template.role_templates');
	});

	it('knows the form of a conversation by the chat template, not by a name', async () => {
		const chatMl = "{{'<|im_start|>system\\nBe brief.<|im_end|>\\n'}}{{'<|im_start|>' + role}}";
		expect(await template(chatMl)).toMatchObject({
			conv_template: { name: 'chatml', system_message: 'Be brief.' },
		});
		expect(await template("{{'<|im_start|>' + role}}")).toMatchObject({
			conv_template: { system_message: '', render_empty_system_message: false },
		});
		expect(await template("{{'<|start_header_id|>' + role}}")).toMatchObject({
			conv_template: { name: 'llama-3', stop_str: ['<|eot_id|>'] },
		});
		expect(await template("{{'<start_of_turn>' + role}}")).toMatchObject({
			conv_template: { name: 'gemma3_instruction' },
		});
		await expect(template('[INST] {{ text }} [/INST]')).rejects.toMatchObject({
			code: 'unsupported',
		});
	});

	it('begins with the start token where the file says so', async () => {
		expect(await config({ 'tokenizer.ggml.add_bos_token': true })).toMatchObject({
			conv_template: { system_prefix_token_ids: [1] },
		});
		expect(await context(2048)).not.toHaveProperty('conv_template.system_prefix_token_ids');
	});
});
