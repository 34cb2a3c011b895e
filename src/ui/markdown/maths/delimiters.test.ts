import { describe, expect, test } from 'vitest';
import { lex } from '../lex.ts';
import { quietEnd } from '../quiet-end.ts';

/** The formulas of a text, wherever they stand. */
function formulas(text: string): string[] {
	const found: string[] = [];
	JSON.stringify(lex(text).tokens, (_, value) => {
		if (value?.type === 'maths' || value?.type === 'mathsBlock') found.push(value.tex);
		return value;
	});
	return found;
}

test.each([
	['$x^2$ and \\(y\\), $5$', ['x^2', 'y', '5']],
	['**bold $a*b$ and $c*d$**', ['a*b', 'c*d']],
	['$$a$$ in words', ['a']],
	['words\n$$\na\n- b\n+ c\n$$\nwords', ['a\n- b\n+ c']],
	[
		'\\[\n\\begin{aligned}\na &= b \\\\\n\\end{aligned}\n\\]',
		['\\begin{aligned}\na &= b \\\\\n\\end{aligned}'],
	],
	['- item\n\n  $$\n  x\n  $$', ['x']],
	['| $a$ |\n|---|\n| $b_1$ |', ['a', 'b_1']],
])('%j holds %j', (text, found) => expect(formulas(text)).toEqual(found));

test.each([
	'It is $5 and $10.',
	'From $5-$10, or 10$ in all; US$5, CA$6.',
	'$20,000 for one and 30$ for two',
	'echo $HOME and $PATH',
	'`$x$` and \\$x\\$',
	'```\n$$x$$\n```',
	'as \\[not a formula\\] says',
	'$$\n\n$$',
	'a $ b $ c',
])('%j holds none', (text) => expect(formulas(text)).toEqual([]));

describe('while it is written', () => {
	test.each([
		['so $x^2 + ', 'so'],
		['so $$\\frac{a', 'so'],
		['a\n\n\\[\nx = ', 'a\n\n'],
		['$a_1$ and $b', '$a_1$ and'],
		['**so $x', '**so**'],
		['$a*b$ and', '$a*b$ and'],
		['costs $5 and', 'costs $5 and'],
		['`$x', '`$x`'],
	])('%j shows as %j', (text, shown) => expect(quietEnd(text).trimEnd()).toBe(shown.trimEnd()));
});
