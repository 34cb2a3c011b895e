import { expect, test } from 'vitest';
import { PromptTokens, type TokenizingPipeline } from './prompt-tokens.ts';

/** A pipeline whose tokens are the letters, but for what `whole` names: such a sign is one token. */
function tokensOf(...whole: string[]): PromptTokens {
	const signs = new RegExp([...whole, '[^]'].join('|'), 'g');
	const pipeline = {
		tokenizer: { encode: (text: string) => text.match(signs) ?? [] },
		getConversationObject: () => ({
			config: {
				system_template: '{system_message}|',
				system_message: 'ab',
				roles: { user: 'U', assistant: 'A' },
				role_content_sep: '>',
				role_empty_sep: '>',
				seps: ['|'],
			},
		}),
	};
	return new PromptTokens(pipeline as unknown as TokenizingPipeline);
}

test('role markers and separators count', () => {
	expect(tokensOf().of({ role: 'user', content: 'hello' })).toBe('U>hello|'.length);
	expect(tokensOf().of({ role: 'system', content: 'hello' })).toBe('hello|'.length);
});

test('beside the messages stand the system message, if there is no other, and the header of the reply', () => {
	expect(tokensOf().beside([{ role: 'user', content: 'hello' }])).toBe('ab|A>'.length);
	expect(tokensOf().beside([{ role: 'system', content: 'hello' }])).toBe('A>'.length);
});

test('a model that can think is known by its tokenizer, and its empty thoughts count', () => {
	const thinking = tokensOf('<think>', '</think>');
	expect(thinking.canThink).toBe(true);
	expect(tokensOf().canThink).toBe(false);
	const header = 'A>'.length + ['<think>', '\n', '\n', '</think>', '\n', '\n'].length;
	expect(thinking.beside([{ role: 'system', content: 'hello' }])).toBe(header);
});
