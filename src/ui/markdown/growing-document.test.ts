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
