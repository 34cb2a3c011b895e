import { expect, test } from 'vitest';
import { isMetered } from './connection.ts';

test.each([
	[undefined, false],
	[{}, false],
	[{ type: 'wifi' }, false],
	[{ type: 'wifi', saveData: true }, true],
	[{ type: 'cellular' }, true],
])('%j is metered: %j', (connection, expected) => {
	expect(isMetered(connection)).toBe(expected);
});
