import type { Messages } from '../en.ts';

export default {
	wrap: 'لفّ الأسطر الطويلة',
	saveCode: 'حفظ الشيفرة في ملف',
	copyTable: 'نسخ الجدول',
	saveTable: 'حفظ الجدول بصيغة CSV',
	tableFile: 'جدول.csv',
	saved: ({ name }) => `حُفظ باسم \u2068${name}\u2069`,
	saveFailed: 'تعذّر حفظ الملف. النص ما زال هنا. جرّب مكانًا آخر أو انسخه بدلًا من ذلك.',
	note: ({ label }) => `الحاشية ${label}`,
	backToText: ({ label }) => `العودة إلى النص من الحاشية ${label}`,
	formula: 'صيغة رياضية',
	showPage: 'عرض كصفحة',
	showDrawing: 'عرض كرسم',
	pageFrame: 'عرض الصفحة',
	pageNote: 'تُعرض دون برامجها النصية. لا يُجلب شيء ولا يعمل أي رابط.',
	drawing: 'رسم',
	drawingFailed: 'هذا الرسم غير مكتمل. نصّه المصدري في الأعلى.',
} satisfies Messages['reading'];
