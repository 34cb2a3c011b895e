import { MessageTree } from '../../../storage/message-tree.ts';
import type { Conversation } from '../../../storage/records/conversation.ts';
import type { StoredMessage } from '../../../storage/records/message.ts';

/** A conversation with all its messages, as it is written to a file. */
export interface SavedConversation {
	readonly conversation: Conversation;
	readonly messages: readonly StoredMessage[];
}

/** The messages of the variants that are shown. */
export function shownMessages({
	conversation,
	messages,
}: SavedConversation): readonly StoredMessage[] {
	const tree = new MessageTree(messages);
	const shown = tree.pathTo(conversation.headId);
	return shown.length > 0 ? shown : tree.pathTo(tree.last?.id);
}
