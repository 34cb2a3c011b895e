import { KINDS, type CodeKind, type CodeRuns } from './code-runs.ts';

/** What highlight.js makes of code: a piece of text, or a scope with pieces in it. */
export type TokenNode = string | TokenScope;

interface TokenScope {
	readonly scope?: string;
	readonly children: readonly TokenNode[];
}

/** Scopes by their first word (highlight.js, “Scopes Reference”); what is in none has the colour of text. */
const kindOf: Readonly<Record<string, CodeKind>> = {
	keyword: 'keyword',
	name: 'keyword',
	'selector-tag': 'keyword',
	string: 'string',
	regexp: 'string',
	char: 'string',
	code: 'string',
	link: 'string',
	symbol: 'string',
	bullet: 'keyword',
	number: 'number',
	literal: 'number',
	comment: 'comment',
	quote: 'comment',
	title: 'title',
	section: 'title',
	built_in: 'type',
	type: 'type',
	meta: 'type',
	doctag: 'type',
	attr: 'name',
	attribute: 'name',
	property: 'name',
	variable: 'name',
	'template-variable': 'name',
	'selector-class': 'name',
	'selector-id': 'name',
	'selector-attr': 'name',
	'selector-pseudo': 'name',
	addition: 'added',
	deletion: 'removed',
};

/** Lays the tree out flat: the innermost scope that has a kind decides. Neighbours of one kind are one run. */
export function runsOf(root: TokenNode): CodeRuns {
	const runs: number[] = [];
	let at = 0;
	const visit = (node: TokenNode, outer: number) => {
		if (typeof node !== 'string') {
			const kind = kindOf[node.scope?.split('.', 1)[0] ?? ''];
			const inner = kind ? KINDS.indexOf(kind) : outer;
			for (const child of node.children) visit(child, inner);
			return;
		}
		const end = at + node.length;
		if (outer >= 0 && node !== '') {
			if (runs.at(-1) === outer && runs.at(-2) === at) runs[runs.length - 2] = end;
			else runs.push(at, end, outer);
		}
		at = end;
	};
	visit(root, -1);
	return Uint32Array.from(runs);
}
