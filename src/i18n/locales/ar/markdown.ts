import type { Messages } from '../en.ts';

export default {
	code: 'كتلة برمجية',
	codeIn: ({ language }) => `كتلة برمجية، ${language}`,
	copyCode: 'نسخ الشيفرة',
	table: 'جدول',
	image: 'صورة لم تُحمَّل:',
	done: 'أُنجز',
	open: 'لم يُنجز',
	linkTitle: 'أتريد فتح هذا العنوان؟',
	linkLeaves: 'يقودك هذا العنوان خارج Quern إلى الإنترنت. سيعرف ذلك الموقع أن هذا الجهاز فتحه.',
	linkMail: 'سيُفتح تطبيق البريد بهذا العنوان. لا يُرسل شيء من تلقاء نفسه.',
	linkSite: 'الموقع:',
	linkOpen: 'فتح',
} satisfies Messages['markdown'];
