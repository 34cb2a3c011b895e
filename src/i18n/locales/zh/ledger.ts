import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	short: 'Quern 发给其他网站的每一个请求及其用途。',
	see: '查看列表',
	lead: '只有在你从其他网站获取模型时，Quern 才会访问那些网站。每个请求都列在这里，没有放行的请求也会列出。这份列表只保存在这台设备上。',
	empty: '这台设备没有发出过任何请求',
	emptyText: '当你从其他网站获取模型时，每个请求都会列在这里。',
	site: '网站',
	allSites: '所有网站',
	save: '存为文本',
	clear: '清空列表',
	clearTitle: '要清空列表吗？',
	clearText: '列表中的记录会从这台设备上删除。模型和对话会保留。',
	older: '显示更早的',
	unreadable: ({ count }) => plural(count, { other: '有 # 条记录无法读取，已原样保留。' }),
	forFile: ({ pack, file }) => `用于 ${pack}：${file}`,
	forRepository: ({ repository }) => `查看 ${repository} 里有什么`,
	forNothing: '你没有要求过',
	outcomes: {
		open: '没有记录到结束',
		done: '完成',
		failed: '失败',
		stopped: '已停止',
		refused: '未放行',
	},
	requests: ({ count }) => plural(count, { other: '# 个请求' }),
	status: ({ status }) => `状态 ${format.number(status)}`,
	answeredBy: ({ host }) => `由 ${host} 回应`,
} satisfies Messages['ledger'];
