import { expect, test } from 'vitest';
import { lex } from './lex.ts';
import { commaSeparated, tabSeparated } from './table-text.ts';
import type { Tokens } from './tokens.ts';

const table = (text: string) => lex(text).tokens[0] as unknown as Tokens.Table;

test('words without their marks, quoted where needed', () => {
	const text = '| **Name** | say |\n|---|---|\n| `a`, b | "c"<br>d |\n| [e](https://x.example) | |';
	expect(commaSeparated(table(text))).toBe('Name,say\r\n"a, b","""c""\nd"\r\ne,\r\n');
	expect(tabSeparated(table(text))).toBe('Name\tsay\na, b\t"c" d\ne\t');
});

test('no cell is a formula to a spreadsheet, and numbers stay numbers', () => {
	const cells = ['=HYPERLINK("https://x.example")', '+1+1', '@SUM(A1)', '-5', '+3.5', '-12 %'];
	const text = `| a |\n|---|\n${cells.map((cell) => `| ${cell} |`).join('\n')}`;
	expect(tabSeparated(table(text)).split('\n').slice(1)).toEqual([
		'\'=HYPERLINK("https://x.example")',
		"'+1+1",
		"'@SUM(A1)",
		'-5',
		'+3.5',
		'-12 %',
	]);
});
