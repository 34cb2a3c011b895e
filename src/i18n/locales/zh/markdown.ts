import type { Messages } from '../en.ts';

export default {
	code: '代码块',
	codeIn: ({ language }) => `代码块，${language}`,
	copyCode: '复制代码',
	table: '表格',
	image: '图片，未加载：',
	done: '已完成',
	open: '未完成',
	linkTitle: '打开这个网址？',
	linkLeaves: '它会离开 Quern，进入互联网。那个网站会知道这台设备打开了它。',
	linkMail: '邮件应用会打开，并填好这个地址。不会自动发送任何内容。',
	linkSite: '网站：',
	linkOpen: '打开',
} satisfies Messages['markdown'];
