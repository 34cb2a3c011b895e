import { plainLine } from '../../../lib/plain-line.ts';

/** A text file that goes along with what a person writes. */
export interface TextFile {
	readonly name: string;
	readonly text: string;
}

/** What a person wrote, taken apart: the words, and the files that go along. */
export interface MessageParts {
	readonly words: string;
	readonly files: readonly TextFile[];
}

const BLOCK = /(?:^|\n\n)(`{3,})text name="([^"\n]*)"\n([\s\S]*?)\n\1(?!`)(?=\n|$)/g;

/**
 * A message with its files after the words, each as a fenced block under its name. A model reads it so, and so does
 * everything that knows of messages only: drafts, other tabs, search, exports. `partsOf` takes it apart again.
 */
export function withFiles({ words, files }: MessageParts): string {
	const blocks = files.map(({ name, text }) => {
		const fence = fenceFor(text);
		return `${fence}text name="${nameInQuotes(name)}"\n${text}\n${fence}`;
	});
	return [...(words || blocks.length === 0 ? [words] : []), ...blocks].join('\n\n');
}

export function partsOf(message: string): MessageParts {
	const files: TextFile[] = [];
	if (!message.includes('text name="')) return { words: message, files };
	const words = message.replace(BLOCK, (_block, _fence, name: string, text: string) => {
		files.push({ name, text });
		return '';
	});
	return { words, files };
}

/** Longer than any row of backticks in the text: no line of a file ends its block. */
function fenceFor(text: string): string {
	const rows = text.match(/`{3,}/g) ?? [];
	return '`'.repeat(rows.reduce((longest, row) => Math.max(longest, row.length + 1), 3));
}

function nameInQuotes(name: string): string {
	return plainLine(name.replaceAll('"', '”'), 120);
}
