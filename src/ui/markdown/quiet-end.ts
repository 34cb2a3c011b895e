import { closeInline } from './close-inline.ts';

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/;

/** A line that may still become anything: a marker of a block, and nothing after it. */
const BARE_MARKER = /^[\s>]*(?:[-=*_+#|`~:\s]+|\d{1,9}[.)]?|[-*+] \[[ xX]?\]?|[-*+]|)\s*$/;

/** `[label]: address` and `[^label]: text` as long as they may be one. */
const BARE_DEFINITION = /^ {0,3}\[[^\]\n]*\]:\s*\S*$/;

/**
 * Rewrites the end of a text that is still being written into what it is likely to become, so that nothing
 * jumps when the rest arrives: open emphasis is closed, half a link shows its words, a table begins
 * with its header row, a marker without content waits.
 */
export function quietEnd(text: string): string {
	const start = text.lastIndexOf('\n') + 1;
	const before = text.slice(0, start);
	const line = text.slice(start);
	const fence = openFence(before);
	if (fence) return line.trim() !== '' && fence.startsWith(line.trim()) ? before : text;
	if (!BARE_MARKER.test(line) && openFence(line)) return text;
	if (BARE_MARKER.test(line) || BARE_DEFINITION.test(line)) {
		const rows = tableRows(before);
		if (rows.length > 0) return rows.length === 1 ? before + delimiters(rows[0] ?? '') : before;
		return closeParagraph(before);
	}
	return line.trimStart().startsWith('|') ? before + tableRow(before, line) : closeParagraph(text);
}

function closeParagraph(text: string): string {
	const start = text.trimEnd().lastIndexOf('\n\n') + 1;
	return text.slice(0, start) + closeInline(text.slice(start));
}

/** The marks of the code fence that is open at the end, if one is. */
function openFence(lines: string): string | undefined {
	let open: string | undefined;
	for (const line of lines.split('\n')) {
		const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
		if (!marks) continue;
		if (!open) open = marks.startsWith('`') && info.includes('`') ? undefined : marks;
		else if (marks.startsWith(open) && info.trim() === '') open = undefined;
	}
	return open;
}

/** The rows of a table, as far as they stand together at the end. */
function tableRows(before: string): string[] {
	const lines = before.replace(/\n$/, '').split('\n');
	const start = lines.findLastIndex((line) => !line.trimStart().startsWith('|')) + 1;
	return lines.slice(start);
}

/** A row as far as it goes. The first one gets the delimiters that make it a header. */
function tableRow(before: string, line: string): string {
	const row = `${closeInline(line).replace(/\s*\|?\s*$/, '')} |`;
	return tableRows(before).length === 0 ? `${row}\n${delimiters(row)}` : row;
}

function delimiters(header: string): string {
	const cells = header
		.trim()
		.replace(/^\||\|$/g, '')
		.replaceAll('\\|', '')
		.split('|');
	return `|${' --- |'.repeat(cells.length)}`;
}
