import * as v from 'valibot';
import { arrangeTree, type ForeignNode } from '../conversations/arrange-tree.ts';
import { momentOf, type ForeignConversation } from '../conversations/foreign-conversation.ts';
import { LeftOutCount } from '../conversations/left-out-count.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** One element of what Open WebUI exports, as its database holds a chat. */
const Chat = v.object({
	id: v.optional(v.nullable(Id)),
	title: v.optional(v.nullable(v.string())),
	created_at: v.optional(v.unknown()),
	updated_at: v.optional(v.unknown()),
	chat: v.object({
		title: v.optional(v.nullable(v.string())),
		system: v.optional(v.unknown()),
		history: v.object({
			messages: v.record(v.string(), v.unknown()),
			currentId: v.optional(v.nullable(v.string())),
		}),
	}),
});

const Message = v.object({
	id: v.optional(Id),
	parentId: v.optional(v.nullable(v.string())),
	role: v.string(),
	content: v.optional(v.union([v.string(), v.null(), v.array(v.unknown())])),
	timestamp: v.optional(v.unknown()),
	files: v.optional(v.unknown()),
});

const Picture = v.object({ type: v.literal('image') });
const TextPart = v.object({ type: v.literal('text'), text: v.string() });

/** What Open WebUI writes into an answer where a model thinks or calls tools: HTML of one fixed shape. */
const DETAILS =
	/<details type="(reasoning|tool_calls|code_interpreter)"[^>]*>[\s\S]*?<\/details>\n?/g;

/** Whether a value is meant to be a chat of Open WebUI. */
export function isOpenWebUiChat(value: unknown): boolean {
	return v.is(v.object({ chat: v.object({ history: v.unknown() }) }), value);
}

/** Reads one chat of Open WebUI's export; undefined where it cannot be read. */
export function readOpenWebUiChat(value: unknown): ForeignConversation | undefined {
	const parsed = v.safeParse(Chat, value);
	if (!parsed.success) return undefined;
	const { id, title, created_at, updated_at, chat } = parsed.output;
	const left = new LeftOutCount();
	if (typeof chat.system === 'string' && chat.system !== '') left.add('system');
	const nodes = Object.entries(chat.history.messages).map(([key, message]) =>
		readMessage(key, message, left),
	);
	const { messages, nearest, broken } = arrangeTree(nodes);
	left.add('broken', broken);
	return {
		source: 'open-webui',
		id: id ?? undefined,
		title: title ?? chat.title ?? '',
		createdAt: momentOf(created_at),
		updatedAt: momentOf(updated_at),
		messages,
		headId: nearest(chat.history.currentId ?? undefined),
		left: left.all,
	};
}

function readMessage(id: string, value: unknown, left: LeftOutCount): ForeignNode {
	const parsed = v.safeParse(Message, value);
	if (!parsed.success) {
		left.add('unknown');
		return { id, parentId: null, message: undefined };
	}
	const { parentId = null, role, content, timestamp, files } = parsed.output;
	if (role !== 'user' && role !== 'assistant') {
		left.add(role === 'system' ? 'system' : role === 'tool' ? 'tools' : 'unknown');
		return { id, parentId, message: undefined };
	}
	const all = Array.isArray(files) ? files : [];
	const pictures = all.filter((file) => v.is(Picture, file)).length;
	left.add('images', pictures);
	left.add('files', all.length - pictures);
	const text = textOf(content, left).replace(DETAILS, (_, kind: string) => {
		left.add(kind === 'reasoning' ? 'thinking' : 'tools');
		return '';
	});
	const message = { role, content: text.trim(), createdAt: momentOf(timestamp) } as const;
	return { id, parentId, message };
}

function textOf(content: string | null | unknown[] | undefined, left: LeftOutCount): string {
	if (!Array.isArray(content)) return content ?? '';
	return content
		.flatMap((part) => {
			if (v.is(TextPart, part)) return [part.text];
			left.add('images');
			return [];
		})
		.join('\n\n');
}
