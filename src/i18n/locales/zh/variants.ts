import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');

export default {
	variants: '版本',
	before: '上一个版本',
	after: '下一个版本',
	place: (p) => `${format.number(p.number)}/${format.number(p.count)}`,
	edit: '修改后重新发送',
	wording: '你的消息',
	editExplained: '原来的消息和回答都会保留，随时可以切换回去。',
	fork: '从这里开始新对话',
	forkOf: (p) => `${p.title}（2）`,
	questionOptions: '对这条消息的操作',
	answerOptions: '对这个回答的操作',
} satisfies Messages['variants'];
