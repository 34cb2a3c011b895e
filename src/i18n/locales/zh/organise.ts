import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('zh');

export default {
	pin: '置顶',
	unpin: '取消置顶',
	archive: '放入归档',
	unarchive: '移出归档',
	move: '移到项目',
	archived: (p: { title: string }) => `“${p.title}”已放入归档。`,
	toArchive: (p: { count: number }) => plural(p.count, { other: '归档（#）' }),
	archiveTitle: '归档',
	archiveEmpty: '归档里什么都没有。',
	back: '返回对话',
	isArchived: '已归档',

	pinned: '置顶',
	today: '今天',
	yesterday: '昨天',
	earlier: '更早',

	newProject: '新建项目',
	editProject: '编辑项目',
	projectName: '项目名称',
	instructions: '指示',
	instructionsHint: '在这个项目的每段对话之前，模型都会先读它。',
	model: '模型',
	usualModel: '与别处相同的模型',
	missingModel: '不在此设备上的模型',
	save: '保存',
	create: '创建',
	projectOptions: (p: { name: string }) => `对项目“${p.name}”的操作`,
	newInProject: '在其中新建对话',
	edit: '编辑',
	projectRemoved: (p: { name: string }) => `项目“${p.name}”已删除，其中的对话都保留着。`,
	projectsUnreadable: (p: { count: number }) =>
		plural(p.count, { other: '有 # 个项目无法读取，已原样保留。' }),
	moveTitle: '它属于哪个项目？',
	noProject: '不属于任何项目',
	projectEmpty: '这个项目里没有对话。',

	removedElsewhere: '这段对话已在另一个标签页中删除',
	removedElsewhereText: '您看到的内容还在这个页面上，可以恢复。',
	bringBack: '恢复',
	otherDraft: '您在另一个标签页里写了别的内容：',
	takeOther: '用那一份',
	keepThis: '保留这一份',

	titles: '对话的名称',
	modelTitles: '第一次回答之后，让模型为对话命名',
	modelTitlesText: '会占用设备几秒钟。您自己起的名称绝不会被改动。',
} satisfies Messages['organise'];
