/** A message on one line, without the signs that only dress it: what is searched, and what results show. */
export function searchableText(content: string): string {
	return content
		.replaceAll(/^#{1,6} |^```.*$|\*\*|__|`/gm, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
