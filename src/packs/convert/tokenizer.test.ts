import { describe, expect, it } from 'vitest';
import { Metadata, type MetadataValue } from '../../formats/gguf/metadata.ts';
import { tokenizerJson } from './tokenizer.ts';

const values: Record<string, MetadataValue> = {
	'tokenizer.ggml.model': 'gpt2',
	'tokenizer.ggml.pre': 'smollm',
	'tokenizer.ggml.tokens': ['<|end|>', '7', '__proto__', 'Ġa', '中'],
	'tokenizer.ggml.token_type': [3, 1, 1, 1, 1],
	'tokenizer.ggml.merges': ['Ġ a'],
};
const tokenizer = (changes: Record<string, MetadataValue> = {}) =>
	tokenizerJson(new Metadata(new Map(Object.entries({ ...values, ...changes }))));

describe('tokenizerJson', () => {
	it('gives every token its number, whatever its name', () => {
		const { model } = JSON.parse(JSON.stringify(tokenizer()));
		expect(Object.entries(model.vocab).sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
			['<|end|>', 0],
			['7', 1],
			['__proto__', 2],
			['Ġa', 3],
			['中', 4],
		]);
		expect(model.merges).toEqual(['Ġ a']);
	});

	it('marks control tokens, and no others, as special', () => {
		expect(tokenizer()).toMatchObject({
			added_tokens: [{ id: 0, content: '<|end|>', special: true, normalized: false }],
		});
	});

	it('refuses what it would get wrong', () => {
		const unsupported = expect.objectContaining({ code: 'unsupported' });
		expect(() => tokenizer({ 'tokenizer.ggml.model': 'llama' })).toThrow(unsupported);
		expect(() => tokenizer({ 'tokenizer.ggml.pre': 'toString' })).toThrow(unsupported);
		const twice = { 'tokenizer.ggml.tokens': ['a', 'a'] };
		expect(() => tokenizer(twice)).toThrow(expect.objectContaining({ code: 'corrupt' }));
	});
});
