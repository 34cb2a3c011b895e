import type { Messages } from '../en.ts';

export default {
	purpose:
		'按含义查找文本。它不聊天，Quern 目前还没有功能用到它：将来在你自己的文档中搜索时会用到。',
	room: '一次可读',
	offerTitle: '供以后按含义搜索',
	offerText: '它只懂英语。',
} satisfies Messages['embeddings'];
