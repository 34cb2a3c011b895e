import type { Messages } from '../en.ts';

export default {
	title: '输入',
	enterSends: '按 Enter 发送消息',
	enterExplained:
		'此时 Shift+Enter 换行。否则 Enter 换行，Ctrl+Enter 发送。在触摸屏上，Enter 始终换行。',
	digits: '数字',
	digitsOf: { language: '随语言', latn: '拉丁数字', arabext: '波斯数字', arab: '阿拉伯文数字' },
	calendar: '历法',
	calendars: {
		language: '随语言',
		gregory: '公历',
		persian: '波斯历（贾拉里历）',
		'islamic-umalqura': '伊斯兰历（回历）',
	},
	today: (p) => `今天是 ${p.date}。数字写作：${p.number}。`,
} satisfies Messages['writing'];
