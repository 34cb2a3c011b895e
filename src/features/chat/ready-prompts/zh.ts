import type { PromptDraft } from '../../../storage/records/prompt.ts';

export default [
	{ name: '翻译', text: '译成{{语言}}，保留语气和格式：\n\n{{文字}}' },
	{ name: '摘要', text: '用{{句数}}句话概括，保留人名和数字：\n\n{{文字}}' },
	{ name: '简单', text: '用人人都懂的简单话来说：\n\n{{文字}}' },
	{ name: '缩短', text: '缩短一半，保留要点：\n\n{{文字}}' },
	{ name: '校对', text: '改正错字和语病，其他不动：\n\n{{文字}}' },
	{
		name: '回复',
		text: '给这条消息写一个友善简短的回复。我的答复是：{{答复}}\n\n消息：\n\n{{消息}}',
	},
	{ name: '点子', text: '给我{{数量}}个关于{{主题}}的不同点子，每个一行。' },
	{ name: '步骤', text: '一步一步说明怎样{{做什么}}。' },
	{ name: '表格', text: '把下面的内容做成表格，列为{{各列}}：\n\n{{文字}}' },
	{ name: '标题', text: '为下面的内容拟五个标题：\n\n{{文字}}' },
] satisfies readonly PromptDraft[];
