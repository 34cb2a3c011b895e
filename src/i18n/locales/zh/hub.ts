import type { Messages } from '../en.ts';

export default {
	title: '模型从哪里来',
	text: '不在本网站上的模型来自模型库，也就是公开的模型集合。下载的内容都会与其指纹核对。',
	hub: '模型库',
	use: '使用这个地址',
	usual: ({ host }) => `改回 ${host}`,
	mirror: '镜像地址',
	mirrors: '镜像，按询问的先后排列',
	mirrorText:
		'如果模型库被屏蔽或很慢，可以使用镜像，也就是它在另一个地址上的副本。先问模型库，再问镜像，每个文件同样会核对。',
	add: '添加',
	remove: ({ address }) => `移除 ${address}`,
	wrong: 'Quern 不能使用这个地址。它必须以 https:// 开头，而且还不在列表中。没有任何改动。',
	tryAnother: '换一个地址',
	unreachable: ({ host }) =>
		`无法连接 ${host}。一旦恢复就会自动继续。如果它在你所在的地方被屏蔽，请换一个地址。`,
} satisfies Messages['hub'];
