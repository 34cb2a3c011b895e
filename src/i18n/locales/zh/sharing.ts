import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	queued: (p) =>
		p.ahead === 1
			? '模型正在回答另一个标签页，接下来就轮到你。'
			: plural(p.ahead, { other: '前面还有其他标签页的 # 个回答，之后轮到你。' }),
	tabEnded: '载入模型的那个标签页已关闭或停止。模型已重新载入，回答从头开始。',
	otherModel: (p) => `另一个标签页正在使用 ${p.other}。你在这里提问时，会改为载入 ${p.own}。`,
	notLoaded: '现在没有载入模型。提问时会载入。',
	inThisTab: (p) => `${p.model} 已载入，在这个标签页里。`,
	inOtherTab: (p) => `${p.model} 已载入，在 Quern 的另一个标签页里。`,
	sharedBy: (p) =>
		p.tabs === 1
			? '有 1 个标签页在使用它。'
			: plural(p.tabs, { other: '有 # 个标签页共用它，只占一份内存。' }),
	free: '释放内存',
	lowMemory: '设备内存不够',
	lessRoom: (p) => `缩小对话空间（${format.number(p.tokens)} 个词元）`,
	smallerModel: (p) => `改用 ${p.model}`,
	seeModels: '查看模型',
	roomIsLess: (p) => `因为内存不够，与这个模型的对话只有 ${format.number(p.tokens)} 个词元的空间。`,
	allRoom: (p) => `重新使用全部 ${format.number(p.tokens)} 个词元`,
} satisfies Messages['sharing'];
