const MAX_LENGTH = 60;

/** Names a conversation after its first message: the first line, cut at a word where there is one. */
export function titleFrom(text: string): string {
	const line = text.trim().split('\n', 1)[0]!.replace(/\s+/g, ' ').trim();
	if (line.length <= MAX_LENGTH) return line;
	const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line);
	const end = words.containing(MAX_LENGTH - 1)?.index ?? MAX_LENGTH - 1;
	return `${line.slice(0, end || MAX_LENGTH - 1).trimEnd()}…`;
}
