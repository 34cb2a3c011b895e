import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');
const plural = pluralsOf('ar');

/** “One item, two items, 3 items, …” before what happens to them. */
const items = (count: number) =>
	plural(count, {
		one: 'عنصر واحد',
		two: 'عنصران',
		few: '# عناصر',
		many: '# عنصرًا',
		other: '# عنصر',
	});

export default {
	lead: 'ملف واحد فيه محادثاتك وكل ما صنعته هنا. النماذج وحدها ليست فيه، فيمكن تنزيلها من جديد.',
	last: ({ date }) => `آخر نسخة احتياطية: ${date}.`,
	never: 'لم تُحفظ نسخة احتياطية بعد.',
	go: 'حفظ نسخة احتياطية أو استعادتها',

	save: 'حفظ نسخة احتياطية',
	protection: 'الحماية',
	locked: 'بعبارة مرور',
	open: 'بدونها',
	lockedText:
		'بدون عبارة المرور لا يستطيع أحد قراءة الملف، ولا يستطيع أحد استرجاعها. الأفضل عدة كلمات لا يعرفها غيرك. اكتبها واحفظها في مكان آمن.',
	openText: 'كل من يحصل على الملف يستطيع قراءة كل ما فيه.',
	passphrase: 'عبارة المرور',
	repeat: 'عبارة المرور مرة أخرى',
	show: 'إظهار ما يُكتب',
	different: 'العبارتان غير متطابقتين.',
	write: 'حفظ النسخة',
	writing: 'جارٍ كتابة النسخة الاحتياطية',
	written: ({ bytes }) => `${format.bytes(bytes)} حتى الآن`,
	saved: ({ file }) => `حُفظ «${file}».`,
	savedNext: 'احفظه حيث لا يضيع إن ضاع هذا الجهاز: في جهاز آخر أو في ذاكرة USB.',

	restore: 'استعادة نسخة احتياطية',
	restoreText: 'اختر نسخة احتياطية حفظها Quern. سترى ما فيها قبل أن يتغيّر أي شيء.',
	choose: 'اختيار نسخة احتياطية',
	isLocked: 'هذه النسخة محمية بعبارة مرور.',
	openIt: 'فتح',
	opening: 'جارٍ قراءة النسخة الاحتياطية والتحقق منها',
	from: ({ moment }) => `نسخة احتياطية بتاريخ ${moment}`,
	stores: {
		conversations: 'المحادثات',
		messages: 'الرسائل',
		projects: 'المشاريع',
		assistants: 'المساعدون',
		prompts: 'الطلبات الجاهزة',
		drafts: 'المسودات',
		attachments: 'المرفقات',
		measurements: 'القياسات',
		ledger: 'الطلبات المسجّلة',
		trustedLibraries: 'البرامج الموثوقة',
	},
	unreadable: ({ count }) => `تعذّرت القراءة، ولن يُؤخذ: ${items(count)}.`,
	how: 'ماذا يحدث لما هو موجود هنا',
	merge: 'يبقى ويُضاف إليه',
	replace: 'يُستبدل',
	added: ({ count }) => `يُضاف: ${items(count)}.`,
	changed: ({ count }) => `أقدم هنا، ويصبح كما في النسخة: ${items(count)}.`,
	copied: ({ count }) => `مختلف هنا وهناك، ويُحفظ كلاهما: ${items(count)}.`,
	stays: ({ count }) => `أحدث هنا، ويبقى كما هو: ${items(count)}.`,
	nothingNew: 'كل ما فيها موجود هنا بالفعل.',
	removed: ({ count }) => `موجود هنا فقط، ويُحذف: ${items(count)}.`,
	setBack: ({ count }) => `أحدث هنا، ويعود إلى حاله السابقة: ${items(count)}.`,
	trust: 'أخذ البرامج والعناوين الموثوقة أيضًا',
	trustText:
		'لا تختر هذا إلا لنسخة حفظتها بنفسك: فهو يحدّد ما يُسمح بتشغيله هنا ومن أين تأتي النماذج.',
	begin: 'استعادة',
	beginReplace: 'استبدال كل شيء',
	restoring: 'جارٍ استعادة النسخة الاحتياطية',
	restored: 'استُعيدت النسخة الاحتياطية.',
	restoredText: 'يمكن التراجع عن ذلك ما لم تغادر هذه الصفحة.',
	undone: 'عاد كل شيء كما كان.',
	seeConversations: 'عرض المحادثات',
} satisfies Messages['backup'];
