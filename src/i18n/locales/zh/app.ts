import type { Messages } from '../en.ts';

export default {
	name: 'Quern',
	purpose: '属于你自己的 AI',
	skipToContent: '跳到正文',
	places: '栏目',
	notFound: '这个地址没有内容',
	notFoundNext: '链接可能来自旧版本的 Quern。你的数据没有变动。',
	goHome: '回到首页',
	updateReady: 'Quern 的新版本已就绪。',
	updateNow: '立即重启',
	updateLater: '以后再说',
	updateWaits: '新版本已就绪。等当前的工作完成后就可以启用。',
	install: '安装',
	installOffer: '把 Quern 装到这台设备上，像其他应用一样打开。',
	installLater: '暂时不用',
	installOnIos: '要安装 Quern，请点按“共享”，再点“添加到主屏幕”。',
	brokenPage: '这个页面停止工作了',
	brokenPageNext: '你的对话和模型都还在。请再试一次，或转到其他栏目。',
	databaseClosed: 'Quern 打不开它的存储',
	databaseClosedNext:
		'没有删除任何内容。请关闭其他 Quern 标签页后再试一次。如果是无痕窗口，请改用普通窗口。在此之前无法保存任何内容。',
	databaseNewer: '已存的数据来自更新的 Quern 版本。没有删除任何内容。请重新加载以获取该版本。',
} satisfies Messages['app'];
