import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	order: '排序依据',
	lastUse: '上次使用',
	never: '尚未使用',
	shared: '共用部分',
	sharedWith: (p) => `与${format.list(p.names)}共用 ${format.bytes(p.bytes)}，只存一份。`,
	nameOf: (p) => `${p.name}（${p.engine}）`,
	title: '在本设备上的速度',
	none: '尚未测量。第一次较长的回答会自动记录下来。',
	measure: '测量',
	measureAgain: '重新测量',
	explain: '模型会重新加载，并回答一个简短的问题。用图形芯片只需几秒，用处理器最多约一分钟。',
	stages: {
		load: '正在加载模型',
		prefill: '正在读问题',
		decode: '正在写回答',
		memory: '正在查询所用内存',
	},
	load: '加载',
	seconds: (p) => plural(p.seconds, { other: '# 秒' }, 1),
	reading: '阅读',
	writing: '书写',
	tokensPerSecond: (p) => plural(p.tokens, { other: '每秒 # 个词元' }, 1),
	memory: '内存',
	memoryOfPage: (p) => `${format.bytes(p.bytes)}，不含图形芯片上的部分`,
	by: { benchmark: '测量于', answer: '记录于某次回答' },
	export: '将测量结果存为文本',
	reportTitle: 'Quern：模型在本设备上的速度',
	storageTitle: '存储',
	models: '模型',
	modelsTake: (p) => `${plural(p.count, { other: '# 个模型' })}，${format.bytes(p.bytes)}`,
	used: 'Quern 总共',
	notTold: '浏览器没有说明',
	about: (p) => `浏览器称约 ${format.bytes(p.bytes)}`,
	kept: '保留',
	keptFirmly: '直到你自己删除',
	keptLoosely: '直到设备空间不足：那时浏览器可能会删除它',
} satisfies Messages['speed'];
