import type { Messages } from '../en.ts';

export default {
	purpose:
		'يعثر على النصوص بحسب معناها. لا يتحادث، ولا يستخدمه أي مكان في Quern حتى الآن؛ سيستخدمه البحث في مستنداتك.',
	room: 'يقرأ في المرة الواحدة',
	offerTitle: 'للبحث بحسب المعنى، لاحقًا',
	offerText: 'لا يفهم إلا الإنجليزية.',
} satisfies Messages['embeddings'];
