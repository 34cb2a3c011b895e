import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('zh');

export default {
	save: '保存备份',
	restore: '恢复备份',
	due: ({ count, date }) =>
		`上次备份是 ${date}，之后又有 ${plural(count, { other: '# 条消息' })}。`,
	dueNever: '你的对话只在这台设备上，还没有备份。',
	later: '以后再说',
} satisfies Messages['reminder'];
