import { partsOf } from './attached/message-files.ts';

const MAX_LENGTH = 60;

/** Names a conversation after its first message: the first line, or the name of a file that came without words, cut at a word where there is one. */
export function titleFrom(text: string): string {
	const { words: said, files } = partsOf(text);
	const named = said.trim() || (files[0]?.name ?? '');
	const line = named.trim().split('\n', 1)[0]!.replace(/\s+/g, ' ').trim();
	if (line.length <= MAX_LENGTH) return line;
	const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line);
	const end = words.containing(MAX_LENGTH - 1)?.index ?? MAX_LENGTH - 1;
	return `${line.slice(0, end || MAX_LENGTH - 1).trimEnd()}…`;
}
