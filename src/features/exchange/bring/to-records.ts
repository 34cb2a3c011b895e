import type { ForeignConversation } from '../../../formats/conversations/foreign-conversation.ts';
import { plainLine } from '../../../lib/plain-line.ts';
import { createSha256 } from '../../../lib/sha256.ts';
import type { ImportedConversation } from '../../../storage/conversation-import.ts';
import type { StoredMessage } from '../../../storage/records/message.ts';

const LONGEST_TITLE = 200;

/**
 * A conversation of another program as Quern's records. Their ids come from the ids there, so that the same conversation is
 * known again; one without an id is known by its words.
 */
export async function toRecords(
	foreign: ForeignConversation,
	now: number,
): Promise<ImportedConversation> {
	const { source, title, messages } = foreign;
	const name = foreign.id ?? JSON.stringify([title, messages.map(({ content }) => content)]);
	const id = await idOf(source, name);
	const ids = new Map<string, string>();
	for (const message of messages) ids.set(message.id, await idOf(source, name, message.id));
	const moments = messages.map(({ createdAt }) => createdAt ?? 0).filter((moment) => moment > 0);
	const createdAt = foreign.createdAt ?? moments[0] ?? now;
	const updatedAt = foreign.updatedAt ?? moments.reduce((a, b) => Math.max(a, b), createdAt);
	const headId = foreign.headId === undefined ? undefined : ids.get(foreign.headId);
	return {
		conversation: {
			id,
			title: plainLine(title, LONGEST_TITLE),
			createdAt,
			updatedAt,
			...(headId !== undefined && { headId }),
		},
		messages: messages.map((message, position): StoredMessage => ({
			id: ids.get(message.id) ?? '',
			conversationId: id,
			position,
			parentId: message.parentId === null ? null : (ids.get(message.parentId) ?? null),
			role: message.role,
			content: message.content,
			createdAt: message.createdAt ?? createdAt,
			state: 'complete',
		})),
	};
}

/** In the shape of the ids that the app gives itself. */
async function idOf(...names: string[]): Promise<string> {
	const hash = await createSha256();
	hash.update(new TextEncoder().encode(JSON.stringify(names)));
	const hex = hash.digest();
	return [8, 12, 16, 20, 32]
		.map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
		.join('-');
}
