import type { Messages } from '../en.ts';

export default {
	cancel: '取消',
	close: '关闭',
	copy: '复制',
	copied: '已复制',
	copyFailed: '浏览器不允许复制。请自己选中文字再复制。',
	delete: '删除',
	deleted: '已删除',
	dismiss: '知道了',
	more: '更多',
	reload: '重新加载',
	retry: '再试一次',
	undo: '撤销',
} satisfies Messages['actions'];
