import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');
const items = (count: number) => plural(count, { other: '# 项' });

export default {
	lead: '一个文件，装着你的对话和你在这里创建的一切。只有模型不在其中：它们可以重新下载。',
	last: ({ date }) => `上次备份：${date}。`,
	never: '还没有保存过备份。',
	go: '保存或恢复备份',

	save: '保存备份',
	protection: '保护方式',
	locked: '用口令保护',
	open: '不保护',
	lockedText:
		'没有口令，谁也读不了这个文件，也没有人能找回口令。最好用几个只有你知道的词，并把它写下来放在安全的地方。',
	openText: '拿到这个文件的人都能读到里面的全部内容。',
	passphrase: '口令',
	repeat: '再输入一次口令',
	show: '显示输入的内容',
	different: '两次输入不一致。',
	write: '保存这份备份',
	writing: '正在写入备份',
	written: ({ bytes }) => `已写入 ${format.bytes(bytes)}`,
	saved: ({ file }) => `“${file}”已保存。`,
	savedNext: '请放在这台设备丢失也不受影响的地方：另一台设备，或一个 U 盘。',

	restore: '恢复备份',
	restoreText: '请选择由 Quern 保存的备份。在任何改动之前，你会先看到其中的内容。',
	choose: '选择备份文件',
	isLocked: '这份备份有口令保护。',
	openIt: '打开',
	opening: '正在读取并检查备份',
	from: ({ moment }) => `${moment} 的备份`,
	stores: {
		conversations: '对话',
		messages: '消息',
		projects: '项目',
		assistants: '助手',
		prompts: '提示词',
		drafts: '草稿',
		attachments: '附件',
		measurements: '测量结果',
		ledger: '请求记录',
		trustedLibraries: '受信任的程序',
	},
	unreadable: ({ count }) => `其中有 ${items(count)}无法读取，将不予恢复。`,
	how: '这里已有的内容如何处理',
	merge: '保留，并补充进来',
	replace: '全部替换',
	added: ({ count }) => `将新增 ${items(count)}。`,
	changed: ({ count }) => `这里较旧的 ${items(count)}将更新为备份中的内容。`,
	copied: ({ count }) => `有 ${items(count)}两边不同，两份都会保留。`,
	stays: ({ count }) => `这里较新的 ${items(count)}保持不变。`,
	nothingNew: '其中的内容这里都已经有了。',
	removed: ({ count }) => `只在这里有的 ${items(count)}将被删除。`,
	setBack: ({ count }) => `这里较新的 ${items(count)}将退回旧状态。`,
	trust: '同时沿用受信任的程序和地址',
	trustText: '只有你自己保存的备份才勾选：它决定哪些程序可以在这里运行，以及模型从哪里来。',
	begin: '恢复',
	beginReplace: '替换全部内容',
	restoring: '正在恢复备份',
	restored: '备份已恢复。',
	restoredText: '离开此页面之前都可以撤销。',
	undone: '一切恢复原样。',
	seeConversations: '查看对话',
} satisfies Messages['backup'];
