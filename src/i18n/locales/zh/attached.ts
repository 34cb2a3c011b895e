import type { Messages } from '../en.ts';

export default {
	add: '添加文本文件',
	files: '随消息附上的文件',
	remove: (p) => `移除 ${p.name}`,
	dropHere: '松开即可添加到消息中',
	refused: {
		'too-large': (p) => `${p.name} 太长，这里没有模型读得完。请只添加重要的部分。`,
		picture: (p) => `${p.name} 是图片。已安装的模型都还不能看图片。`,
		document: (p) => `${p.name} 是 Quern 还不能读取的文档。请把其中的文字复制到消息里。`,
		'not-text': (p) => `${p.name} 不是 Quern 能读取的文本文件。`,
		unreadable: (p) => `无法读取 ${p.name}。请重新选择。`,
		'too-many': (p) => `未添加 ${p.name}：这条消息的文件数已达上限。`,
	},
} satisfies Messages['attached'];
