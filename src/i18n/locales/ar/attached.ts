import type { Messages } from '../en.ts';

export default {
	add: 'إضافة ملفات نصية',
	files: 'الملفات المرافقة للرسالة',
	remove: (p) => `إزالة ${p.name}`,
	dropHere: 'أفلته لإضافته إلى الرسالة',
	refused: {
		'too-large': (p) => `${p.name} أطول مما يستطيع أي نموذج هنا قراءته. أضف الجزء المهم منه.`,
		picture: (p) => `${p.name} صورة. لا يستطيع أي نموذج مثبّت رؤية الصور بعد.`,
		document: (p) => `${p.name} مستند لا يستطيع Quern قراءته بعد. انسخ نصه إلى الرسالة.`,
		'not-text': (p) => `${p.name} ليس ملفًا نصيًا يستطيع Quern قراءته.`,
		unreadable: (p) => `تعذّرت قراءة ${p.name}. اختره مرة أخرى.`,
		'too-many': (p) => `لم يُضف ${p.name}: في هذه الرسالة أقصى عدد من الملفات.`,
	},
} satisfies Messages['attached'];
