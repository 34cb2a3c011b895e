import type { Tokens } from './tokens.ts';
import { plainText } from './plain-text.ts';

/** A spreadsheet runs a cell that begins like this as a formula, and a formula can send the others away. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?[\d.,\s]+%?$/;

const harmless = (cell: string) => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

function rowsOf({ header, rows }: Tokens.Table): string[][] {
	return [header, ...rows].map((row) =>
		row.map(({ tokens }) => harmless(plainText(tokens).trim())),
	);
}

/** The table with tabs between its columns, which spreadsheets take when it is pasted. */
export function tabSeparated(table: Tokens.Table): string {
	const lines = rowsOf(table).map((row) =>
		row.map((cell) => cell.replace(/\s*[\n\t\r]\s*/g, ' ')).join('\t'),
	);
	return lines.join('\n');
}

/** The table as CSV by RFC 4180. */
export function commaSeparated(table: Tokens.Table): string {
	const quoted = (cell: string) =>
		/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
	return rowsOf(table)
		.map((row) => `${row.map(quoted).join(',')}\r\n`)
		.join('');
}
