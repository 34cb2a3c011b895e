import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('zh');

export default {
	libraryTitle: (p: { name: string }) => `“${p.name}”自带了一个程序`,
	libraryUnknown:
		'它要靠一个 Quern 不认识的程序在图形芯片上计算。Quern 不会自行启动任何不认识的程序。',
	libraryNotImported: '所以没有导入任何内容。',
	libraryWaits: '所以这个模型还不能回答。',
	libraryDecide: '了解更多再决定',
	libraryWhat:
		'在图形芯片上，模型由一个编译好的小程序运行，叫作它的库。Quern 附带的库都能凭指纹认出来，这一个不在其中。',
	librarySees:
		'它能看到你写给这个模型的内容和模型的回答，并在你的图形芯片上计算。它与页面隔开运行，接触不到网络、你的文件和其他对话。',
	librarySource: (p: { source: string }) => `模型自称来自“${p.source}”，没有人核实过。`,
	libraryDigest: '它的指纹（SHA-256），可与制作者公布的对照：',
	libraryAdvice: '只有知道它从哪里来，才信任它。',
	libraryRefuse: '不使用',
	libraryTrust: '我信任这个程序',
	trusted: '信任的程序',
	trustedText: '模型自带的、你允许运行的程序。',
	trustedSince: (p: { date: string }) => `自 ${p.date} 起`,
	takeBack: '收回信任',
	chooseFolder: '导入文件夹',
	dropHere: '拖放到这里即可导入',
	offered: (p: { name: string; bytes: number }) =>
		`“${p.name}”（${format.bytes(p.bytes)}）交给了 Quern`,
	offeredText: '还没有导入任何内容。每个文件在使用前都会检查。',
	offeredAccept: '导入',
	offeredDecline: '不导入',
	notReceived: '分享的文件没有收到',
	notReceivedText: '也许空间不够。没有任何变动。可以在这里自己选择文件。',
} satisfies Messages['bring'];
