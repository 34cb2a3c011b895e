import { describe, expect, it, test } from 'vitest';
import { endsInLoop, saysNothing } from './repetition.ts';

describe('endsInLoop', () => {
	it.each([
		['a word', 'The sea is blue. ' + 'very '.repeat(80)],
		['a sentence', 'Once. ' + 'He went to the sea and came back again. '.repeat(12)],
		['Persian', 'پاسخ: ' + 'من نمی‌دانم، اما می‌توانم بپرسم. '.repeat(14)],
		['Chinese', '很高兴' + '我很高兴见到你。'.repeat(50)],
		['one letter', 'A' + 'h'.repeat(400)],
		['garbage', '!?'.repeat(200)],
		['dots without end', '.'.repeat(1500)],
		['cut in the middle of the piece', 'He went to the sea. '.repeat(20) + 'He went'],
	])('sees %s', (_, text) => {
		expect(endsInLoop(text)).toBe(true);
	});

	it.each([
		['a short refrain', 'Row, row, row your boat. '.repeat(4)],
		['ten times “no”', 'no, '.repeat(10)],
		['a list', Array.from({ length: 60 }, (_, i) => `${i + 1}. Item number ${i + 1}\n`).join('')],
		['a table’s rule', `| a | b |\n|${'-'.repeat(300)}|\n`],
		['a row of dots', '.'.repeat(400)],
		[
			'the multiplication table',
			Array.from({ length: 90 }, (_, i) => `${i} × 7 = ${i * 7}\n`).join(''),
		],
		['a loop that was left again', `${'very '.repeat(100)}much, and so on to the harbour at last.`],
		['nothing', ''],
	])('leaves %s alone', (_, text) => {
		expect(endsInLoop(text)).toBe(false);
	});
});

test.each([
	['', true],
	[' \n', true],
	['!!!', false],
	['\ufffd\ufffd', true],
	['42', false],
	['بله', false],
	['是', false],
	['✓', false],
])('%j says nothing: %s', (text, expected) => {
	expect(saysNothing(text)).toBe(expected);
});
