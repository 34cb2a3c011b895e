import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');

export default {
	title: '用显卡运行',
	ready: '这个模型可以转换成由显卡运行的形式，通常会快很多。',
	measuring: '正在用这个文件测量会损失什么……',
	exact: '没有任何损失：每个权重的值都不变。',
	lost: (p: { error: number }) =>
		`会有一些损失：权重会舍入到 4 位，误差约为其大小的 ${format.share(p.error)}。回答会略有不同，也可能变差。在处理器上则按原样运行，没有损失。`,
	keeps: (p: { bytes: number }) =>
		`原文件保持不变。转换后的模型另占 ${format.bytes(p.bytes)}；两者都可以随时删除。不会下载任何东西。`,
	convert: '转换为显卡格式',
	converting: '正在转换为显卡格式',
	progress: (p: { done: number; total: number; bytesPerSecond: number }) =>
		`${format.bytes(p.done)}，共 ${format.bytes(p.total)}，${format.speed(p.bytesPerSecond)}`,
	converted: '模型已转换，从现在起由显卡回答。',
	done: '已经转换过了：转换后的模型单独列在本页。',
	noGpu: '这个模型可以转换给显卡用，但这台设备没有能运行它的显卡。它在处理器上运行。',
	noLibrary: 'Quern 没有适合这种结构的显卡程序。它按原样在处理器上运行。',
	unsupported: '这个文件里有些内容还不能转换给显卡用。它按原样在处理器上运行。',
	weightsOf: (p: { type: string }) => `${p.type} 权重`,
	lossOf: (p: { error: number; weights: number }) =>
		p.error === 0
			? `无损失，${format.number(p.weights)} 个权重`
			: `${format.share(p.error)}，${format.number(p.weights)} 个权重`,
	worst: '损失最多',
	worstOf: (p: { tensor: string; error: number }) => `${p.tensor}：${format.share(p.error)}`,
	measure: '差值的均方根与权重的均方根之比。取自这个文件每个张量的若干行。',
	from: '在本机转换自',
	fromDigest: '该文件的指纹',
} satisfies Messages['conversion'];
