import * as v from 'valibot';
import { arrangeTree, type ForeignNode } from '../conversations/arrange-tree.ts';
import {
	momentOf,
	type ForeignConversation,
	type LeftOut,
} from '../conversations/foreign-conversation.ts';
import { LeftOutCount } from '../conversations/left-out-count.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** One element of `conversations.json` in what ChatGPT exports. */
const Conversation = v.object({
	id: v.optional(v.nullable(Id)),
	conversation_id: v.optional(v.nullable(Id)),
	title: v.optional(v.nullable(v.string())),
	create_time: v.optional(v.unknown()),
	update_time: v.optional(v.unknown()),
	current_node: v.optional(v.nullable(v.string())),
	mapping: v.record(v.string(), v.unknown()),
});

const Node = v.object({
	parent: v.optional(v.nullable(v.string())),
	message: v.optional(v.unknown()),
});

const Message = v.object({
	author: v.object({ role: v.string() }),
	create_time: v.optional(v.unknown()),
	recipient: v.optional(v.nullable(v.string())),
	content: v.object({
		content_type: v.optional(v.nullable(v.string())),
		parts: v.optional(v.nullable(v.array(v.unknown()))),
	}),
	metadata: v.optional(
		v.nullable(
			v.object({
				is_visually_hidden_from_conversation: v.optional(v.unknown()),
				attachments: v.optional(v.unknown()),
			}),
		),
	),
});

const Asset = v.object({ content_type: v.string() });
const TextPart = v.object({ text: v.string() });

/** What kinds of content other than text are, in the words of a report. */
const KINDS: Readonly<Record<string, LeftOut>> = {
	code: 'tools',
	execution_output: 'tools',
	system_error: 'tools',
	tether_browsing_display: 'tools',
	tether_quote: 'tools',
	thoughts: 'thinking',
	reasoning_recap: 'thinking',
	user_editable_context: 'system',
	model_editable_context: 'system',
};

/** Marks in the text that only the page of ChatGPT could show: citations in a private-use alphabet. */
const CITATION = /\ue200[^\ue201]{0,400}\ue201|\u3010\d+(?::\d+)?\u2020[^\u3011]{0,200}\u3011/g;

/** Whether a value is meant to be a conversation of ChatGPT. */
export function isChatGptConversation(value: unknown): boolean {
	return v.is(v.object({ mapping: v.unknown() }), value);
}

/** Reads one conversation of ChatGPT's export; undefined where it cannot be read. */
export function readChatGptConversation(value: unknown): ForeignConversation | undefined {
	const parsed = v.safeParse(Conversation, value);
	if (!parsed.success) return undefined;
	const { id, conversation_id, title, create_time, update_time, current_node, mapping } =
		parsed.output;
	const left = new LeftOutCount();
	const nodes = Object.entries(mapping).map(([key, node]) => readNode(key, node, left));
	const { messages, nearest, broken } = arrangeTree(nodes);
	left.add('broken', broken);
	return {
		source: 'chatgpt',
		id: conversation_id ?? id ?? undefined,
		title: title ?? '',
		createdAt: momentOf(create_time),
		updatedAt: momentOf(update_time),
		messages,
		headId: nearest(current_node ?? undefined),
		left: left.all,
	};
}

function readNode(id: string, value: unknown, left: LeftOutCount): ForeignNode {
	const node = v.safeParse(Node, value);
	if (!node.success) {
		left.add('unknown');
		return { id, parentId: null, message: undefined };
	}
	const parentId = node.output.parent ?? null;
	return { id, parentId, message: readMessage(node.output.message, left) };
}

function readMessage(value: unknown, left: LeftOutCount): ForeignNode['message'] {
	// The first node has none.
	if (value === null || value === undefined) return undefined;
	const parsed = v.safeParse(Message, value);
	const skip = (kind: LeftOut) => {
		left.add(kind);
		return undefined;
	};
	if (!parsed.success) return skip('unknown');
	const { author, content, create_time, recipient, metadata } = parsed.output;
	const { role } = author;
	const parts = content.parts ?? [];
	// An empty system message, which nobody wrote, begins every conversation.
	if (role === 'system') return parts.join('') === '' ? undefined : skip('system');
	if (metadata?.is_visually_hidden_from_conversation === true) return skip('system');
	if (role === 'tool' || (recipient && recipient !== 'all')) return skip('tools');
	if (role !== 'user' && role !== 'assistant') return skip('unknown');
	const kind = content.content_type ?? 'text';
	if (kind !== 'text' && kind !== 'multimodal_text') return skip(KINDS[kind] ?? 'unknown');
	left.add('files', Array.isArray(metadata?.attachments) ? metadata.attachments.length : 0);
	const text = textOf(parts, left).replace(CITATION, '').trim();
	// Nothing was said, and nothing else was there: an interrupted start.
	if (text === '' && parts.length <= 1 && typeof (parts[0] ?? '') === 'string') return undefined;
	return { role, content: text, createdAt: momentOf(create_time) };
}

function textOf(parts: readonly unknown[], left: LeftOutCount): string {
	return parts
		.flatMap((part) => {
			if (typeof part === 'string') return [part];
			if (v.is(TextPart, part)) return [part.text];
			const isPicture = v.is(Asset, part) && part.content_type.startsWith('image');
			left.add(isPicture ? 'images' : 'files');
			return [];
		})
		.filter((text) => text !== '')
		.join('\n\n');
}
