import { describe, expect, test } from 'vitest';
import { quietEnd } from './quiet-end.ts';

describe('what is unfinished at the end of a text', () => {
	test.each([
		['**bold wo', '**bold wo**'],
		['**bold ', '**bold** '],
		['**bold*', '**bold**'],
		['a **b *c', 'a **b *c***'],
		['a ***b', 'a ***b***'],
		['a ~~b', 'a ~~b~~'],
		['a _b', 'a _b_'],
		['a **b** c', 'a **b** c'],
		['a **', 'a '],
		['snake_case and 2 * 3', 'snake_case and 2 * 3'],
		['a \\*b', 'a \\*b'],
		['a `co', 'a `co`'],
		['a `', 'a '],
		['a ``co`', 'a ``co``'],
		['**a `co', '**a `co`**'],
		['`**` b', '`**` b'],
	])('emphasis and code: %j shows as %j', (text, shown) => expect(quietEnd(text)).toBe(shown));

	test.each([
		['see [the wo', 'see the wo'],
		['see [the words](https://exa', 'see the words'],
		['see [the words](https://example.org "Ti', 'see the words'],
		['see ![a cat](https://exa', 'see a cat'],
		['see [the words](https://example.org) and', 'see [the words](https://example.org) and'],
		['word[^1', 'word'],
		['a\n\n[label]: https://exa', 'a\n\n'],
	])('links: %j shows as %j', (text, shown) => expect(quietEnd(text)).toBe(shown));

	test.each([
		['a\n#', 'a\n'],
		['a\n-', 'a\n'],
		['a\n- ', 'a\n'],
		['- a\n- [', '- a\n'],
		['1. a\n2', '1. a\n'],
		['a\n>', 'a\n'],
		['a\n``', 'a\n'],
		['a\n\n```j', 'a\n\n```j'],
		['**a\n-', '**a**\n'],
	])('markers without content wait: %j shows as %j', (text, shown) =>
		expect(quietEnd(text)).toBe(shown),
	);

	test.each([
		['```\n**x\n', '```\n**x\n'],
		['```\nx\n``', '```\nx\n'],
		['~~~\n```\n', '~~~\n```\n'],
		['```\nx\n```\n**y', '```\nx\n```\n**y**'],
	])('in code nothing is a mark: %j shows as %j', (text, shown) =>
		expect(quietEnd(text)).toBe(shown),
	);

	test.each([
		['| a', '| a |\n| --- |'],
		['| a | b', '| a | b |\n| --- | --- |'],
		['| a | b |', '| a | b |\n| --- | --- |'],
		['| a | b |\n', '| a | b |\n| --- | --- |'],
		['| a | b |\n|--', '| a | b |\n| --- | --- |'],
		['| a |\n|---|\n| **b', '| a |\n|---|\n| **b** |'],
		['| a |\n|---|\n| b |\n|', '| a |\n|---|\n| b |\n'],
	])('a table begins with its header: %j shows as %j', (text, shown) =>
		expect(quietEnd(text)).toBe(shown),
	);
});
