import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type en from '../en/prompts.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	title: '常用提示',
	lead: '反复使用的文字。在输入框里键入 / 就能调用，并会问你要填的空白。',
	none: '你还没有自己的提示。在输入框里键入 / 可以看到现成的。',
	create: '新建提示',
	change: ({ name }) => `修改“${name}”`,
	remove: ({ name }) => `删除“${name}”`,
	removed: ({ name }) => `已删除“${name}”。`,
	name: '名称，键入在 / 之后',
	text: '正文',
	textHint: '空白写在双花括号里，例如 {{语言}}。',
	blanks: ({ names }) => `会询问：${format.list(names)}`,
	save: '保存',
	found: ({ count }) => plural(count, { other: '# 条提示。用方向键选择，按 Enter 取用。' }),
	ready: '现成的',
	manage: '你自己的提示',
	insert: '插入',
} satisfies typeof en;
