import { shownMessages, type SavedConversation } from './saved-conversation.ts';
import type { FileWords } from './file-words.ts';

/** Conversations as one Markdown text: what is shown of each, question by answer, in the words that were written. */
export function toMarkdown(conversations: readonly SavedConversation[], words: FileWords): string {
	return conversations.map((each) => oneToMarkdown(each, words)).join('\n\n---\n\n') + '\n';
}

function oneToMarkdown(saved: SavedConversation, words: FileWords): string {
	const { title, createdAt } = saved.conversation;
	const parts = shownMessages(saved).map(
		({ role, content }) => `## ${words.roles[role]}\n\n${content.trim()}`,
	);
	return [`# ${escaped(title || words.untitled)}`, words.date(createdAt), ...parts].join('\n\n');
}

/** A title is a plain line: what would be a mark in Markdown is none. */
function escaped(line: string): string {
	return line.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
