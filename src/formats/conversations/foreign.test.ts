import { describe, expect, test } from 'vitest';
import { readChatGptConversation } from '../chatgpt/read-conversation.ts';
import { readOpenWebUiChat } from '../open-webui/read-chat.ts';
import { arrangeTree, type ForeignNode } from './arrange-tree.ts';
import { momentOf } from './foreign-conversation.ts';

const said = (content: string, createdAt?: number) =>
	({ role: 'user', content, createdAt }) as const;
const node = (id: string, parentId: string | null, message?: ForeignNode['message']) => ({
	id,
	parentId,
	message,
});
const shape = (nodes: readonly ForeignNode[]) => {
	const { messages, broken } = arrangeTree(nodes);
	return { broken, tree: messages.map(({ id, parentId }) => `${parentId ?? '·'}>${id}`) };
};

describe('a tree', () => {
	test('keeps its variants by time, and what stands between messages is passed over', () => {
		const nodes = [
			node('late', 'q', said('B', 2)),
			node('early', 'q', said('A', 1)),
			node('q', 'system', said('Q', 0)),
			node('system', 'root'),
			node('root', null),
		];
		expect(shape(nodes)).toEqual({ broken: 0, tree: ['·>q', 'q>early', 'q>late'] });
	});

	test('with missing parents and circles loses no message', () => {
		const nodes = [
			node('orphan', 'nowhere', said('1')),
			node('a', 'b', said('2')),
			node('b', 'a', said('3')),
			node('self', 'self', said('4')),
			node('x', 'y'),
			node('y', 'x'),
			node('z', 'y', said('5')),
		];
		const { tree, broken } = shape(nodes);
		expect(tree.sort()).toEqual(['a>b', '·>a', '·>orphan', '·>self', '·>z'].sort());
		expect(broken).toBeGreaterThan(0);
	});

	test('of twenty thousand nodes in a row takes no time and no stack', () => {
		const count = 20_000;
		const chain = Array.from({ length: count }, (_, index) =>
			node(`s${index}`, index ? `s${index - 1}` : null),
		);
		const leaves = Array.from({ length: count }, (_, index) =>
			node(`m${index}`, `s${count - 1}`, said('x', index)),
		);
		const deep = Array.from({ length: count }, (_, index) =>
			node(`d${index}`, index ? `d${index - 1}` : null, said('x')),
		);
		expect(arrangeTree([...chain, ...leaves]).messages).toHaveLength(count);
		expect(arrangeTree(deep).messages.at(-1)?.id).toBe(`d${count - 1}`);
	});
});

test('moments come in seconds, milliseconds or nanoseconds', () => {
	expect(momentOf(1_706_745_600.5)).toBe(1_706_745_600_500);
	expect(momentOf(1_706_745_600_500)).toBe(1_706_745_600_500);
	expect(momentOf(1.7067456e18)).toBe(1_706_745_600_000);
	for (const none of [0, -1, NaN, '2024', null, Infinity, 1e300])
		expect(momentOf(none)).toBeUndefined();
});

describe('Open WebUI', () => {
	const message = (
		id: string,
		parentId: string | null,
		role: string,
		content: unknown,
		more = {},
	) => ({
		[id]: { id, parentId, childrenIds: [], role, content, timestamp: 1_706_745_600, ...more },
	});
	const chat = (messages: object, more = {}) => ({
		id: 'chat-1',
		user_id: 'me',
		title: 'پایتخت',
		created_at: 1_706_745_600,
		updated_at: 1_706_745_700,
		chat: { title: 'x', models: ['llama'], history: { messages, currentId: 'b' }, ...more },
	});

	test('a chat keeps its branches, dates and what was shown', () => {
		const read = readOpenWebUiChat(
			chat({
				...message('q', null, 'user', 'کجاست؟'),
				...message('a', 'q', 'assistant', 'Paris.'),
				...message('b', 'q', 'assistant', 'پاریس.'),
			}),
		);
		expect(read).toMatchObject({ id: 'chat-1', title: 'پایتخت', headId: 'b', left: {} });
		expect(read?.createdAt).toBe(1_706_745_600_000);
		expect(read?.messages.map(({ parentId, content }) => [parentId, content])).toEqual([
			[null, 'کجاست؟'],
			['q', 'Paris.'],
			['q', 'پاریس.'],
		]);
	});

	test('what is not taken is counted: pictures, files, thinking, tools, instructions, other roles', () => {
		const details = (type: string) =>
			`<details type="${type}" done="true">\n<summary>…</summary>\n> x\n</details>\n`;
		const read = readOpenWebUiChat(
			chat(
				{
					...message('q', null, 'user', 'Look', {
						files: [{ type: 'image', url: 'data:' }, { type: 'file' }],
					}),
					...message('a', 'q', 'assistant', `${details('reasoning')}${details('tool_calls')}Yes.`),
					...message('s', null, 'system', 'Be brief'),
					...message('r', 'a', 'robot', '?'),
					...message('p', 'a', 'user', [{ type: 'text', text: 'And' }, { type: 'image_url' }]),
					odd: 7,
				},
				{ system: 'Be kind' },
			),
		);
		expect(read?.left).toEqual({
			images: 2,
			files: 1,
			thinking: 1,
			tools: 1,
			system: 2,
			unknown: 2,
		});
		expect(read?.messages.map(({ content }) => content)).toEqual(['Look', 'Yes.', 'And']);
	});
});

describe('ChatGPT', () => {
	const entry = (id: string, parent: string | null, message: unknown = null) => ({
		[id]: { id, parent, children: [], message },
	});
	const text = (role: string, parts: unknown[], more: object = {}) => ({
		author: { role },
		create_time: 1_706_745_600.123,
		content: { content_type: 'text', parts },
		recipient: 'all',
		...more,
	});

	test('a conversation keeps its branches, its dates, and loses only what nobody wrote', () => {
		const read = readChatGptConversation({
			conversation_id: 'c1',
			title: 'France',
			create_time: 1_706_745_600,
			update_time: 1_706_745_700,
			current_node: 'b',
			mapping: {
				...entry('root', null),
				...entry('sys', 'root', text('system', [''])),
				...entry('q', 'sys', text('user', ['Where?'])),
				...entry('a', 'q', text('assistant', ['Paris \ue200cite\ue202turn0\ue201.'])),
				...entry('b', 'q', text('assistant', ['In Paris.'])),
			},
		});
		expect(read).toMatchObject({ source: 'chatgpt', id: 'c1', headId: 'b', left: {} });
		expect(read?.messages.map(({ parentId, content }) => [parentId, content])).toEqual([
			[null, 'Where?'],
			['q', 'Paris .'],
			['q', 'In Paris.'],
		]);
	});

	test('what is not taken is counted', () => {
		const read = readChatGptConversation({
			mapping: {
				...entry(
					'q',
					null,
					text('user', [{ content_type: 'image_asset_pointer' }, 'Look'], {
						metadata: { attachments: [{}] },
					}),
				),
				...entry('t', 'q', text('assistant', ['search()'], { recipient: 'web' })),
				...entry('r', 't', text('tool', ['result'])),
				...entry('c', 'r', {
					author: { role: 'assistant' },
					content: { content_type: 'code', text: 'x' },
				}),
				...entry('h', 'c', {
					author: { role: 'assistant' },
					content: { content_type: 'thoughts' },
				}),
				...entry('u', 'h', {
					author: { role: 'user' },
					content: { content_type: 'user_editable_context' },
				}),
				...entry('n', 'u', { author: 'nobody' }),
				...entry('a', 'n', text('assistant', ['Yes.'])),
			},
		});
		expect(read?.left).toEqual({
			images: 1,
			files: 1,
			tools: 3,
			thinking: 1,
			system: 1,
			unknown: 1,
		});
		expect(read?.messages.map(({ id, parentId }) => [id, parentId])).toEqual([
			['q', null],
			['a', 'q'],
		]);
	});
});

test('hostile values are no conversation, or one without what is hostile', () => {
	const polluted = JSON.parse(
		'{"__proto__":{"mapping":{}},"constructor":{"prototype":1}}',
	) as unknown;
	for (const value of [
		null,
		7,
		'x',
		[],
		{},
		{ mapping: 7 },
		{ mapping: null },
		{ chat: {} },
		{ chat: { history: [] } },
		polluted,
	]) {
		expect(readChatGptConversation(value)).toBeUndefined();
		expect(readOpenWebUiChat(value)).toBeUndefined();
	}
	const keys = JSON.parse(
		'{"mapping":{"__proto__":{"parent":"constructor","message":null},"toString":{"parent":"__proto__","message":{"author":{"role":"user"},"content":{"parts":["x"]}}}}}',
	) as unknown;
	expect(readChatGptConversation(keys)?.messages.map(({ content }) => content)).toEqual(['x']);
	expect(({} as Record<string, unknown>)['message']).toBeUndefined();
});
