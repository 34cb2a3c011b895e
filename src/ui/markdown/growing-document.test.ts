import { describe, expect, test } from 'vitest';
import { GrowingDocument } from './growing-document.ts';
import { lex } from './lex.ts';
import { fragments, joints } from './testing/corpus.ts';
import { seededRandom } from './testing/seeded-random.ts';

const isVisible = ({ type }: { type: string }) => type !== 'space' && type !== 'def';
const whole = (text: string) => lex(text.replace(/\r\n?/g, '\n')).tokens.filter(isVisible);

/** The text as it is after each delta, the whole of it last. */
function* growth(text: string, random: () => number, longest: number) {
	for (let end = 0; end < text.length;) {
		end = Math.min(text.length, end + 1 + Math.floor(random() * longest));
		yield text.slice(0, end);
	}
}

function randomText(random: () => number): string {
	const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
	const count = 1 + Math.floor(random() * 9);
	return Array.from({ length: count }, () => pick(fragments) + pick(joints)).join('');
}

describe('however a text is cut into deltas, the same blocks come out', () => {
	test.each(Array.from({ length: 40 }, (_, seed) => seed))('seed %i', (seed) => {
		const random = seededRandom(seed);
		for (let round = 0; round < 25; round++) {
			const text = randomText(random);
			const growing = new GrowingDocument();
			for (const soFar of growth(text, random, 12)) growing.update(soFar, false);
			expect(growing.update(text, true), JSON.stringify(text)).toEqual(whole(text));
		}
	});
});

test('character by character', () => {
	const text = fragments.join('\n\n');
	const growing = new GrowingDocument();
	for (let end = 1; end < text.length; end++) growing.update(text.slice(0, end), false);
	expect(growing.update(text, true)).toEqual(whole(text));
});

describe('the work', { timeout: 120_000 }, () => {
	/** All that the lexer had to take while a text of so many blocks arrived in deltas of 100 characters. */
	function lexedFor(block: string, count: number): number {
		const text = block.repeat(count);
		const growing = new GrowingDocument();
		for (let end = 100; end < text.length; end += 100) growing.update(text.slice(0, end), false);
		growing.update(text, true);
		return growing.lexedCharacters / text.length;
	}

	test('of each character is the same in a long text as in a short one', () => {
		const block =
			'Some **words** in a paragraph, with `code`.\n\n- one\n- two\n\n| a |\n|---|\n| b |\n\n';
		const short = lexedFor(block, 20);
		const long = lexedFor(block, 2700);
		expect(block.length * 2700).toBeGreaterThan(200_000);
		expect(long).toBeLessThan(short * 1.1);
	});

	test('is bounded even in one block of 200,000 characters', () => {
		expect(lexedFor('words of one paragraph that never ends ', 5200)).toBeLessThan(160);
	});
});

test('a settled block is the same object for good', () => {
	const growing = new GrowingDocument();
	const [first] = growing.update('One\n\nTwo\n', false);
	const then = growing.update('One\n\nTwo\n\nThree', false);
	const last = growing.update('One\n\nTwo\n\nThree', true);
	expect([then[0] === first, last[0] === then[0]]).toEqual([true, true]);
});

test('a definition reaches the blocks before it, and only those that name it', () => {
	const growing = new GrowingDocument();
	const before = growing.update('See [It].\n\nOther [that].\n\nEnd\n', false);
	const text = 'See [It].\n\nOther [that].\n\nEnd\n\n[it]: https://example.org\n\nMore\n';
	const after = growing.update(text, false);
	expect(JSON.stringify(after[0])).toContain('"href":"https://example.org"');
	expect(after[1]).toBe(before[1]);
});

test('another text in the same place begins anew', () => {
	const growing = new GrowingDocument();
	growing.update('# One\n\nTwo\n\nThree', true);
	expect(growing.update('Other', false)).toEqual(whole('Other'));
});

test.each([
	['quotes', '>'.repeat(20_000)],
	['lists', '- '.repeat(20_000)],
	['brackets', '['.repeat(20_000)],
	['emphasis', '*a _b '.repeat(5_000)],
	['backticks', '`a ``b '.repeat(5_000)],
	['tags', '<a '.repeat(10_000)],
])('hostile nesting of %s ends in blocks that hold the text', (_, text) => {
	const blocks = new GrowingDocument().update(text, true);
	expect(
		blocks
			.map(({ raw }) => raw)
			.join('')
			.trim(),
	).toBe(text.trim());
});
