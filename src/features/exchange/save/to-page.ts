import { escapeHtml, markdownToHtml } from '../../../ui/markdown/to-html.ts';
import type { FileWords } from './file-words.ts';
import { pageStyle } from './page-style.ts';
import { shownMessages, type SavedConversation } from './saved-conversation.ts';

/** Nothing but the style that is in the page itself: no script, no picture, no request. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/**
 * Conversations as one HTML page to read and to print: complete in itself, without a script, every text escaped. The page is
 * handed out part by part, so that a long one does not hold up whoever waits.
 */
export function* toPage(
	conversations: readonly SavedConversation[],
	words: FileWords,
): Generator<string> {
	const first = conversations[0]?.conversation.title || words.untitled;
	yield `<!doctype html>
<html lang="${escapeHtml(words.lang)}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(first)}</title>
<style>${pageStyle}</style>
</head>
<body>
`;
	for (const saved of conversations) {
		const { title, createdAt } = saved.conversation;
		yield `<main>
<h1 dir="auto">${escapeHtml(title || words.untitled)}</h1>
<p class="date">${escapeHtml(words.date(createdAt))}</p>
`;
		for (const { role, content } of shownMessages(saved)) {
			const text =
				role === 'assistant'
					? markdownToHtml(content, words)
					: `<p dir="auto" class="source">${escapeHtml(content)}</p>`;
			yield `<section class="${role}">\n<h2>${escapeHtml(words.roles[role])}</h2>\n${text}\n</section>\n`;
		}
		yield '</main>\n';
	}
	yield '</body>\n</html>\n';
}
