import { expect, test } from 'vitest';
import { modelTitle, titleRequest } from './model-title.ts';

test('what stands around a title is taken away', () => {
	const question = 'How do I bake bread?';
	expect(modelTitle('**Title: "Baking Bread at Home."**\nEnjoy', question)).toBe(
		'Baking Bread at Home',
	);
	expect(modelTitle('«نان خانگی»', 'چطور نان بپزم؟')).toBe('نان خانگی');
	expect(modelTitle('标题：家常面包。', '怎么做面包？')).toBe('家常面包');
});

test.each([
	['empty', ' \n'],
	['without a letter', '***'],
	['too long', 'a very long title that says all about bread and how it is made'],
	['chatty', 'Sure, here is a title'],
	['a refusal', 'I cannot do that'],
	['in circles', 'bread bread bread bread bread'],
	['in another script', '面包'],
])('no title: %s', (_, answer) => {
	expect(modelTitle(answer, 'How do I bake bread?')).toBeUndefined();
});

test('a title is asked for in the conversation’s own language', () => {
	expect(titleRequest('怎么做面包？')).toContain('标题');
	expect(titleRequest('كيف أخبز خبزًا؟')).toContain('عنوانًا');
	expect(titleRequest('چطور نان بپزم؟')).toContain('عنوانی');
	expect(titleRequest('Comment faire du pain ?')).toContain('title');
});
