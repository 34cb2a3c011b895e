import { pluralsOf } from '../../plural.ts';
import type en from '../en/search.ts';

const plural = pluralsOf('zh');

export default {
	title: '搜索',
	open: '搜索对话',
	label: '要查找的词语',
	hint: '搜索本设备上的所有消息。所有词语都须出现，顺序不限；引号内的内容须完全一致。',
	results: '搜索结果',
	found: (p) => plural(p.count, { other: '# 条结果' }),
	none: '没有找到',
	noneNext: '请减少词语，或换一种写法。',
	partial: '对话仍在读取中，可能还有更多结果。',
	more: (p) => plural(p.count, { other: '此对话中还有 # 条消息' }),
	limited: '只显示前面的结果。再加一个词可缩小范围。',
	gone: '这条消息已不存在。',
} satisfies typeof en;
