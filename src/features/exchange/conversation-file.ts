import * as v from 'valibot';
import { plainLine } from '../../lib/plain-line.ts';
import type { ImportedConversation } from '../../storage/conversation-import.ts';
import { conversationRecord, type Conversation } from '../../storage/records/conversation.ts';
import { messageRecord, type StoredMessage } from '../../storage/records/message.ts';

/** Version of the format: docs/conversation-file.md. */
const VERSION = 1;
const Id = v.pipe(v.string(), v.regex(/^[\w~.-]{1,100}$/));
const Head = v.object({ quern: v.literal('conversations'), version: v.number() });
const Element = v.object({ conversation: v.unknown(), messages: v.array(v.unknown()) });

/** The file of some conversations: an array, so that it can be read one by one. */
export function writeConversationFile(
	conversations: readonly {
		readonly conversation: Conversation;
		readonly messages: readonly StoredMessage[];
	}[],
	now: number,
): string {
	const head = { quern: 'conversations', version: VERSION, savedAt: new Date(now).toISOString() };
	const elements = conversations.map(({ conversation, messages }) => ({
		conversation: conversationRecord.encode(conversation),
		messages: messages.map((message) => messageRecord.encode(message)),
	}));
	return `[\n${[head, ...elements].map((element) => JSON.stringify(element)).join(',\n')}\n]\n`;
}

/** Whether a value is the first element of such a file: `newer` where this Quern does not know its version. */
export function conversationFileHead(value: unknown): 'ours' | 'newer' | undefined {
	if (!v.is(Head, value)) return undefined;
	return value.version > VERSION ? 'newer' : 'ours';
}

/** Reads one conversation of such a file, and how many of its messages cannot be read; undefined where it cannot be read. */
export function readConversationElement(
	value: unknown,
): (ImportedConversation & { readonly broken: number }) | undefined {
	if (!v.is(Element, value)) return undefined;
	const decoded = conversationRecord.decode(value.conversation);
	if (!decoded || !v.is(Id, decoded.id)) return undefined;
	const conversation = { ...decoded, title: plainLine(decoded.title, 200) };
	const messages = value.messages
		.map((message) => messageRecord.decode(message))
		.filter(
			(message) =>
				message !== undefined && v.is(Id, message.id) && message.conversationId === conversation.id,
		)
		.filter((message) => message !== undefined)
		// Nobody writes it on.
		.map((message) =>
			message.state === 'streaming' ? { ...message, state: 'interrupted' as const } : message,
		);
	return { conversation, messages, broken: value.messages.length - messages.length };
}
