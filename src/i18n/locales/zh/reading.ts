import type { Messages } from '../en.ts';

export default {
	wrap: '长行自动换行',
	saveCode: '将代码保存为文件',
	copyTable: '复制表格',
	saveTable: '将表格保存为 CSV',
	tableFile: '表格.csv',
	saved: ({ name }) => `已保存为 ${name}`,
	saveFailed: '文件没能保存。文字还在这里。请换个位置再试，或改为复制。',
	note: ({ label }) => `注释 ${label}`,
	backToText: ({ label }) => `从注释 ${label} 回到正文`,
	formula: '公式',
	showPage: '以网页显示',
	showDrawing: '以图形显示',
	pageFrame: '网页预览',
	pageNote: '显示时不运行脚本，不获取任何内容，链接也不可用。',
	drawing: '图形',
	drawingFailed: '这不是完整的图形。源代码在上面。',
} satisfies Messages['reading'];
