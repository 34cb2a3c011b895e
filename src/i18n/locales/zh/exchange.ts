import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('zh');
const conversations = (count: number) => plural(count, { other: '# 个对话' });

export default {
	save: '保存对话',
	which: '哪些对话',
	all: ({ count }) => `全部（${conversations(count)}）`,
	kind: '保存为',
	kinds: {
		markdown: '文本（Markdown）',
		html: '可阅读和打印的网页',
		json: '供 Quern 使用（JSON）',
	},
	kindText: {
		markdown: '任何编辑器都能打开。包含当前显示的版本。',
		html: '任何浏览器都能打开，无需网络。包含当前显示的版本。',
		json: '包含全部内容和所有版本，可以再次导入。',
	},
	write: ({ count }) => `保存 ${conversations(count)}`,
	saved: ({ file }) => `“${file}”已保存。拿到它的人都能阅读。`,
	instructions: '指令',

	bring: '导入对话',
	bringText:
		'来自 Quern、Open WebUI 或 ChatGPT 导出的文件；ChatGPT 的 zip 文件也可以直接使用。在任何改动之前，你会先看到其中的内容。',
	choose: '选择对话文件',
	looking: '正在读取文件',
	found: ({ count }) => `目前找到 ${conversations(count)}`,
	areNew: ({ count }) => `${conversations(count)}是新的。`,
	haveMore: ({ count }) => `${conversations(count)}已在这里，将补充新的消息。`,
	areHere: ({ count }) => `${conversations(count)}已在这里，保持不变。`,
	unreadable: ({ count }) => `${conversations(count)}无法读取，将不予导入。`,
	states: { new: '新的', more: '将补充消息', here: '已在这里', unreadable: '无法读取' },
	messages: ({ count }) => plural(count, { other: '# 条消息' }),
	more: ({ count }) => plural(count, { other: '再显示 # 个' }),
	notTaken: '以下内容不会导入',
	without: ({ what }) => `不含${what}`,
	left: {
		system: ({ count }) => plural(count, { other: '# 条给模型的指令' }),
		images: ({ count }) => plural(count, { other: '# 张图片' }),
		files: ({ count }) => plural(count, { other: '# 个文件' }),
		tools: ({ count }) => plural(count, { other: '# 次工具调用' }),
		thinking: ({ count }) => plural(count, { other: '# 段思考过程' }),
		unknown: ({ count }) => plural(count, { other: '# 条未知类型的消息' }),
		broken: ({ count }) => plural(count, { other: '# 处无处可接的消息关联' }),
	},
	take: '导入这些对话',
	taking: '正在导入对话',
	taken: ({ count }) => `已导入 ${conversations(count)}。`,
	see: '查看对话',
	undone: '导入的内容已移除。',
} satisfies Messages['exchange'];
