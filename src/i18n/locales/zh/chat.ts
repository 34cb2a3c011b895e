import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	title: '聊天',
	conversations: '对话',
	newConversation: '新对话',
	untitled: '未命名的对话',
	none: '你开始的对话会出现在这里。',
	options: '对这个对话的操作',
	rename: '重命名',
	renameTitle: '重命名对话',
	renameLabel: '名称',
	renameSave: '保存',
	removed: ({ title }) => `已删除“${title}”。`,
	conversationsUnreadable: ({ count }) =>
		`有 ${plural(count, { other: '# 个对话' })}无法读取，已原样保留。`,
	messagesUnreadable: ({ count }) =>
		`有 ${plural(count, { other: '# 条消息' })}无法读取，已原样保留。`,
	messages: '消息',
	you: '你',
	answer: '回答',
	composer: '消息',
	send: '发送',
	stop: '停止',
	answerAgain: '重新回答',
	goOn: '继续',
	toNewest: '回到最新',
	waiting: '正在读你的消息…',
	stopped: '你停止了这个回答。',
	interrupted: '这个回答中断了，已写出的部分保留着。',
	elsewhere: '这个回答正在另一个标签页中生成。',
	trimmed: ({ turns }) =>
		`最早的${plural(turns, { other: ' # 组问答' })}已超出模型的记忆，没有用于这个回答。`,
	restarted: '图形芯片刚才失去响应。模型已重新载入，回答从头开始。',
	outOfRoom: '回答到此为止：模型的记忆已满。',
	failed: '回答失败',
	notSaved: '这个回答没有保存',
	notDone: '没有成功',
	useProcessor: '改用处理器',
	loading: '正在载入模型',
	preparing: '正在为这台设备准备模型',
	mayWrite: '现在就可以写。',
	loadFailed: '模型无法载入',
	busyElsewhere: '模型正在另一个对话里回答。',
	goThere: '去看看',
	emptyTitle: '问一个小问题',
	emptyTextUnknown: ({ model }) =>
		`${model} 来自一个没有注明支持哪些语言的文件。它可能出错，要紧的事请自己核实。`,
	emptyText: ({ model, languages }) =>
		`${model} 是个小模型，只懂${format.list(languages)}。它常常出错，要紧的事请自己核实。`,
	emptyPrivate: '你写的内容只留在这台设备上。',
	starters: '例如',
	noModel: '这台设备上还没有模型',
	noModelText: '聊天需要一个模型。只需下载一次，之后不联网也能用。',
	getModel: '看看入门模型',
	installing: '模型正在下载。现在就可以写，下载好后即可发送。',
	installPaused: '模型的下载已暂停。现在就可以写，下载好后即可发送。',
	seeInstall: '查看下载',
} satisfies Messages['chat'];
