import highlighter from 'highlight.js/lib/common';
import { describe, expect, test } from 'vitest';
import { runsBetween } from './code-runs.ts';
import { codeFileName, codeLanguage } from './languages.ts';
import { runsOf, type TokenNode } from './token-tree.ts';

function runs(text: string, language: string) {
	const { _emitter } = highlighter.highlight(text, { language, ignoreIllegals: true });
	return runsOf((_emitter as unknown as { rootNode: TokenNode }).rootNode);
}

const words = (text: string, language: string) =>
	[...runsBetween(runs(text, language), 0, text.length)].map(
		({ start, end, kind }) => `${kind} ${text.slice(start, end)}`,
	);

test('the runs of a line, the innermost scope decides', () => {
	expect(words('const a = `b ${1 + c} d`; // e', 'javascript')).toEqual([
		'keyword const',
		'string `b ${',
		'number 1',
		'string  + c} d`',
		'comment // e',
	]);
});

test('languages inside others', () => {
	expect(words('<script>let a = 1;</script>', 'xml')).toEqual([
		'keyword script',
		'keyword let',
		'number 1',
		'keyword script',
	]);
	expect(words('-a\n+b', 'diff')).toEqual(['removed -a', 'added +b']);
});

test('a stretch has its runs alone, counted from its start', () => {
	const text = 'let a;\n/* one\ntwo */\nlet b;';
	const all = runs(text, 'javascript');
	const from = text.indexOf('two');
	expect([...runsBetween(all, from, text.length)]).toEqual([
		{ start: 0, end: 6, kind: 'comment' },
		{ start: 7, end: 10, kind: 'keyword' },
	]);
	expect([...runsBetween(all, 0, 3)]).toEqual([{ start: 0, end: 3, kind: 'keyword' }]);
	expect([...runsBetween(all, 3, 7)]).toEqual([]);
});

describe('languages', () => {
	test('every name leads to a grammar that is there', () => {
		const grammars = ['py', 'C++', 'c#', 'TSX', 'yml', 'html'].map(
			(name) => codeLanguage(name)?.grammar ?? '',
		);
		expect(grammars.filter((name) => !highlighter.getLanguage(name))).toEqual([]);
		expect(codeLanguage('__proto__')).toBeUndefined();
		expect(codeLanguage(undefined)).toBeUndefined();
	});

	test.each([
		['python', 'code.py'],
		['JS', 'code.js'],
		['svg', 'code.svg'],
		['brainfuck', 'code.txt'],
		['../../x', 'code.txt'],
		[undefined, 'code.txt'],
	])('a file of %s is called %s', (name, file) => expect(codeFileName(name)).toBe(file));
});
