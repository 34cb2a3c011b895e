import { expect, test } from 'vitest';
import { parseContentRange } from './content-range.ts';

test('first byte, last byte and total', () => {
	expect(parseContentRange('bytes 0-99/1000')).toEqual({ first: 0, last: 99, total: 1000 });
	expect(parseContentRange('bytes 5-5/*')).toEqual({ first: 5, last: 5, total: undefined });
});

test.each([
	null,
	'',
	'bytes */1000',
	'bytes 0-99',
	'items 0-99/1000',
	'bytes -5-9/10',
	'bytes 1-2/3, 4-5/6',
])('%s is no satisfied range', (header) => {
	expect(parseContentRange(header)).toBeUndefined();
});
