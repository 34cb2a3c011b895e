import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');
const plural = pluralsOf('zh');

export default {
	title: '更多模型',
	lead: ({ language }) => `按这台设备的能力，并为${language}挑选。`,
	none: '这台设备运行不了 Quern 所知的其他模型。',
	starterFirst: '在这台设备和当前网络上，建议先从入门模型开始。',
	languageNone: ({ language }) => `能在这里运行的模型都不擅长${language}。以下几个最接近。`,
	purposes: { quick: '快速', balanced: '均衡', best: '最佳' },
	purposeTexts: {
		quick: '小而快，适合简单的事。',
		balanced: '适合日常写作和提问。',
		best: '这台设备能运行的最强模型。',
	},
	recommended: '推荐',
	onDevice: '已在这台设备上',
	all: ({ count }) => plural(count, { other: '全部 # 个模型' }),
	filterLanguage: '语言',
	anyLanguage: '不限',
	filterFit: '只看能在这里运行的',
	noneLeft: '没有剩下的模型。请换一种语言，或显示全部。',
	about: ({ bytes }) => `约 ${format.bytes(bytes)}`,
	verdicts: {
		fits: '适合这台设备',
		tight: '这台设备勉强能用',
		'will-not-fit': '无法在这台设备上运行',
	},
	reasons: {
		'no-webgpu': '这个浏览器不能使用图形芯片（没有 WebGPU）。',
		'no-adapter': '浏览器没有找到可用的图形芯片。',
		'no-f16': '它需要能用半精度（f16）计算的图形芯片，而这块不能。',
		'gpu-limits': '图形芯片一次能用的资源不够。',
		'gpu-buffer': ({ needed, limit }) =>
			`它需要 ${format.bytes(needed)} 的整块显存，图形芯片最多允许 ${format.bytes(limit)}。`,
		'tab-memory': ({ needed, limit }) =>
			`它约占 ${format.bytes(needed)} 内存。这台设备会关闭占用超过约 ${format.bytes(limit)} 的网页。`,
		memory: ({ needed, limit }) =>
			`它约占 ${format.bytes(needed)} 内存，而这里的网页最多约可用 ${format.bytes(limit)}。`,
		'memory-unknown': ({ needed }) =>
			`它约占 ${format.bytes(needed)} 内存。浏览器没有说明这台设备是否有这么多空闲内存。`,
		software: '图形芯片只是由处理器模拟的，每个词要等几秒。',
	},
	goodFor: '适合',
	goodForSizes: {
		tiny: '短文和简单的问题。经常出错。',
		small: '日常写作和摘要。许多事实会弄错。',
		medium: '较长的回答、讲解和初稿。偶尔出错。',
		large: '较难的问题和长文。更慢，有时仍会出错。',
	},
	languagesBy: ({ languages, maker }) => `${format.list(languages)}（据 ${maker}）`,
	weakIn: '较弱的语言',
	aboutSize: ({ bytes }) => `约 ${format.bytes(bytes)}。确切大小以模型库为准。`,
	memory: '内存',
	memoryAbout: ({ bytes }) => `运行时约 ${format.bytes(bytes)}`,
	terms: {
		open: '可自由用于任何用途',
		llama: '有条件地免费：须遵守 Meta 的使用政策，转交他人时注明“Built with Llama”',
		gemma: '有条件地免费：Google 禁止某些用途，转交他人时须附上这些条款',
	},
	licenceLine: ({ name, terms }) => `${name}：${terms}`,
	ask: ({ host }) => `询问 ${host}`,
	askFirst: ({ host }) =>
		`目前还没有发出任何请求。Quern 会先问 ${host} 有哪些文件，该网站会知道这台设备问过。`,
	asking: ({ host }) => `正在询问 ${host}…`,
	notAsked: '未能询问模型库',
	otherDownload: '另一个下载正在进行。完成后再开始这一个。',
	filesCount: ({ count, bytes }) =>
		plural(count, {
			other: `# 个文件，${format.bytes(bytes)}（${format.number(bytes)} 字节）`,
		}),
	files: '文件',
	commit: '版本（commit）',
	library: '附带的代码（SHA-256）',
	download: ({ bytes }) => `开始下载（${format.bytes(bytes)}）`,
	trustFirst: '您决定之后才会开始下载。',
	addTitle: '按地址添加模型',
	addText: '任何为 WebLLM 准备（MLC 格式）并放在模型库里的模型。请填写所有者和名称，或粘贴地址。',
	addRepository: '所有者和名称',
	addLibrary: '已编译库的地址（.wasm）',
	addLibraryHint: '上面列出的模型不需要填。',
	addInvalid: '这不是所有者和名称。请写成 owner/name。',
	addNotThere: '那里没有提供适用于 WebLLM（MLC 格式）的模型。请检查所有者和名称。',
	addLibraryInvalid: '这不是 .wasm 文件的地址。地址以 https 开头。',
	addLibraryMissing: '这个模型不在上面的列表里。请同时填写它的库的地址。',
} satisfies Messages['offers'];
