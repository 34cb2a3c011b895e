import { lex } from './lex.ts';
import { decodeReferences } from './character-references.ts';
import { outwardAddress } from './outward-address.ts';
import type { MarkdownToken, Tokens } from './tokens.ts';

/** Words that stand for what a text has no word for. */
export interface HtmlWords {
	readonly done: string;
	readonly open: string;
	readonly image: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A text as HTML shows it, in an element or in a quoted attribute. Characters that HTML forbids are taken out. */
export function escapeHtml(text: string): string {
	return text
		.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');
}

/**
 * Markdown as HTML for a file of its own, of the same tokens that the app shows: every text escaped, no element or attribute but
 * those written here, nothing that loads. A picture is its words and its address, a link has its address beside it.
 */
export function markdownToHtml(text: string, words: HtmlWords): string {
	return blocks(lex(text).tokens, words);
}

type Nodes = readonly unknown[] | undefined;

function blocks(tokens: Nodes, words: HtmlWords, isInside = false): string {
	return ((tokens ?? []) as MarkdownToken[])
		.map((token, index) => block(token, words, isInside && index === 0 ? '' : ' dir="auto"'))
		.join('\n');
}

/** `dir` is an attribute or nothing: inside a quote or an item, the first block takes the direction of the whole. */
function block(token: MarkdownToken, words: HtmlWords, dir: string): string {
	switch (token.type) {
		case 'paragraph':
			return `<p${dir}>${inlines(token.tokens, words)}</p>`;
		case 'text':
			return inlines(token.tokens ?? [token], words);
		case 'checkbox':
			return inlines([token], words);
		case 'heading': {
			// The file has its own headings: those of a text come below them.
			const level = Math.min(6, token.depth + 2);
			return `<h${level}${dir}>${inlines(token.tokens, words)}</h${level}>`;
		}
		case 'code':
			return `<pre dir="ltr"><code>${escapeHtml(token.text)}</code></pre>`;
		case 'list':
			return list(token, words, dir === '');
		case 'blockquote':
			return `<blockquote${dir}>${blocks(token.tokens, words, true)}</blockquote>`;
		case 'table':
			return table(token, words, dir);
		case 'hr':
			return '<hr>';
		case 'footnote':
			return `<p${dir}><sup>${plain(token.label)}</sup> ${inlines(token.tokens, words)}</p>`;
		case 'html':
			return `<p${dir} class="source">${escapeHtml(token.text.trimEnd())}</p>`;
		case 'space':
		case 'def':
			return '';
		default:
			return `<p${dir} class="source">${escapeHtml(token.raw)}</p>`;
	}
}

function list(token: Tokens.List, words: HtmlWords, isLeading: boolean): string {
	const tag = token.ordered ? 'ol' : 'ul';
	const start = token.ordered && token.start !== 1 ? ` start="${Number(token.start)}"` : '';
	const items = token.items.map((item, index) => {
		const dir = isLeading && index === 0 ? '' : ' dir="auto"';
		return `<li${dir}${item.task ? ' class="task"' : ''}>${blocks(item.tokens, words, true)}</li>`;
	});
	return `<${tag}${start}>${items.join('\n')}</${tag}>`;
}

function table(token: Tokens.Table, words: HtmlWords, dir: string): string {
	const cell = (tag: string, { align, tokens }: Tokens.TableCell) =>
		`<${tag}${align ? ` class="${SIDES[align]}"` : ''}><bdi dir="auto">${inlines(tokens, words)}</bdi></${tag}>`;
	const row = (tag: string, cells: readonly Tokens.TableCell[]) =>
		`<tr>${cells.map((each) => cell(tag, each)).join('')}</tr>`;
	const head = `<thead>${row('th', token.header)}</thead>`;
	return `<table${dir}>${head}<tbody>${token.rows.map((cells) => row('td', cells)).join('\n')}</tbody></table>`;
}

/** “Left” in a source means the side where a line begins. */
const SIDES = { left: 'start', center: 'center', right: 'end' } as const;
/** The one tag that is honoured, as a line break. */
const LINE_BREAK = /^<br\s*\/?>$/i;

function inlines(tokens: Nodes, words: HtmlWords): string {
	return ((tokens ?? []) as MarkdownToken[]).map((token) => inline(token, words)).join('');
}

function inline(token: MarkdownToken, words: HtmlWords): string {
	switch (token.type) {
		case 'text':
			return token.tokens ? inlines(token.tokens, words) : plain(token.text);
		case 'strong':
		case 'em':
		case 'del':
			return `<${token.type}>${inlines(token.tokens, words)}</${token.type}>`;
		case 'codespan':
			return `<code dir="ltr">${escapeHtml(token.text)}</code>`;
		case 'br':
			return '<br>';
		case 'html':
			return LINE_BREAK.test(token.raw) ? '<br>' : escapeHtml(token.raw);
		case 'link':
			return link(token, words);
		case 'image':
			return `${escapeHtml(words.image)}: ${plain(token.text)} ${address(decodeReferences(token.href))}`;
		case 'checkbox':
			return `<span class="box" title="${escapeHtml(token.checked ? words.done : words.open)}">${token.checked ? '☑' : '☐'}</span> `;
		case 'footnoteReference':
			return `<sup>${plain(token.label)}</sup>`;
		case 'escape':
			return escapeHtml(token.text);
		default:
			return escapeHtml(token.raw);
	}
}

/** No `href`: on paper only the address helps, and in a browser nothing opens by a careless press. */
function link(token: Tokens.Link, words: HtmlWords): string {
	const written = token.autolink ? token.href : decodeReferences(token.href);
	const whole = outwardAddress(written)?.href ?? written;
	const text = inlines(token.tokens, words);
	return written === '' || written === token.text ? text : `${text} ${address(whole)}`;
}

const address = (text: string) =>
	`<bdi dir="ltr" class="address">&lt;${escapeHtml(text)}&gt;</bdi>`;
const plain = (text: string) => escapeHtml(decodeReferences(text));
