import { expect, test } from 'vitest';
import type { Message } from '../../engines/engine.ts';
import { withInstructions } from './instructions.ts';

const question: Message = { role: 'user', content: 'Hello' };

test('all instructions are one system message, the general ones first', () => {
	const own: Message = { role: 'system', content: 'Be a pirate.' };
	expect(withInstructions([own, question], [' In Persian. ', undefined, '', 'Be brief.'])).toEqual([
		{ role: 'system', content: 'In Persian.\n\nBe brief.\n\nBe a pirate.' },
		question,
	]);
});

test('without instructions there is no system message', () => {
	expect(withInstructions([question], [undefined, ' '])).toEqual([question]);
});
