import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('ar');

const conversations = (count: number) =>
	plural(count, {
		one: 'محادثة واحدة',
		two: 'محادثتان',
		few: '# محادثات',
		many: '# محادثة',
		other: '# محادثة',
	});

export default {
	save: 'حفظ المحادثات',
	which: 'أيّ المحادثات',
	all: ({ count }) => `الكل (${conversations(count)})`,
	kind: 'بأي صورة',
	kinds: { markdown: 'نص (Markdown)', html: 'صفحة للقراءة والطباعة', json: 'من أجل Quern (JSON)' },
	kindText: {
		markdown: 'يُفتح في أي محرّر نصوص. فيه الصيغ المعروضة الآن.',
		html: 'تُفتح في أي متصفح بلا شبكة. فيها الصيغ المعروضة الآن.',
		json: 'فيه كل شيء بكل الصيغ، ويمكن إدخاله من جديد.',
	},
	write: ({ count }) => `حفظ: ${conversations(count)}`,
	saved: ({ file }) => `حُفظ «${file}». كل من يحصل عليه يستطيع قراءته.`,
	instructions: 'التعليمات',

	bring: 'إدخال محادثات',
	bringText:
		'من ملف صدّره Quern أو Open WebUI أو ChatGPT، ومن ChatGPT ملف zip كما هو أيضًا. سترى ما فيه قبل أن يتغيّر أي شيء.',
	choose: 'اختيار ملف محادثات',
	looking: 'جارٍ قراءة الملف',
	found: ({ count }) => `حتى الآن: ${conversations(count)}`,
	areNew: ({ count }) => `جديد: ${conversations(count)}.`,
	haveMore: ({ count }) => `موجود هنا وتُضاف إليه رسائل: ${conversations(count)}.`,
	areHere: ({ count }) => `موجود هنا ويبقى كما هو: ${conversations(count)}.`,
	unreadable: ({ count }) => `تعذّرت القراءة ولن يُؤخذ: ${conversations(count)}.`,
	states: {
		new: 'جديدة',
		more: 'تُضاف إليها رسائل',
		here: 'موجودة هنا',
		unreadable: 'تعذّرت قراءتها',
	},
	messages: ({ count }) =>
		plural(count, {
			one: 'رسالة واحدة',
			two: 'رسالتان',
			few: '# رسائل',
			many: '# رسالة',
			other: '# رسالة',
		}),
	more: ({ count }) => plural(count, { other: 'عرض # أخرى' }),
	notTaken: 'هذا لا يُؤخذ',
	without: ({ what }) => `بدون ${what}`,
	left: {
		system: ({ count }) => plural(count, { other: 'تعليمات للنموذج (#)' }),
		images: ({ count }) => plural(count, { other: 'صور (#)' }),
		files: ({ count }) => plural(count, { other: 'ملفات (#)' }),
		tools: ({ count }) => plural(count, { other: 'استعمالات أدوات (#)' }),
		thinking: ({ count }) => plural(count, { other: 'خطوات تفكير (#)' }),
		unknown: ({ count }) => plural(count, { other: 'رسائل من نوع مجهول (#)' }),
		broken: ({ count }) => plural(count, { other: 'روابط بين الرسائل لا تصل إلى شيء (#)' }),
	},
	take: 'إدخالها',
	taking: 'جارٍ إدخال المحادثات',
	taken: ({ count }) => `أُدخلت: ${conversations(count)}.`,
	see: 'عرض المحادثات',
	undone: 'أُزيل ما أُدخل.',
} satisfies Messages['exchange'];
