import type { Messages } from '../en.ts';

export default {
	models: '模型',
	hand: '设备对设备',
	take: '带走 Quern',
	ledger: '从这台设备发出的请求',
	backup: '备份',
	exchange: '对话文件',
	settings: '设置',
	about: '关于',
} satisfies Messages['places'];
