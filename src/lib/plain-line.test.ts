import { expect, test } from 'vitest';
import { plainLine } from './plain-line.ts';

test.each([
	['model\u202Efugg.exe', 'model fugg.exe'],
	['two\nlines\t and  more ', 'two lines and more'],
	['\u0000\u0007', ''],
	['می\u200Cخواهم', 'می\u200Cخواهم'],
	['x'.repeat(100), 'x'.repeat(10)],
])('%j is shown as %j', (text, expected) => {
	expect(plainLine(text, expected.length || 10)).toBe(expected);
});
