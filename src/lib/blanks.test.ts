import { describe, expect, it } from 'vitest';
import { blanksIn, fillBlanks } from './blanks.ts';

describe('blanks', () => {
	it('are found in any script, each once', () => {
		expect(blanksIn('To {{name}}: {{ متن }} {{name}} {{}} {{two\nlines}}')).toEqual([
			'name',
			'متن',
		]);
	});

	it('are filled in, and what is filled in is left alone', () => {
		const values = new Map([
			['a', '{{b}} $& $1'],
			['b', 'B'],
		]);
		expect(fillBlanks('{{a}}/{{ b }}/{{c}}', values)).toBe('{{b}} $& $1/B/{{c}}');
	});
});
