import { Format } from '../../format.ts';
import type { Messages } from '../en.ts';

const format = new Format('ar');

export default {
	lead: 'يكتب التطبيق كله والنماذج التي تختارها وخادمًا صغيرًا في ملف واحد. إذا فُك ضغطه، على ذاكرة USB مثلًا، عمل على حاسوب آخر دون إنترنت.',
	which: 'النماذج التي تُؤخذ معه',
	told: ({ engine, bytes }) => `${engine}، ${format.bytes(bytes)}`,
	none: 'لا نموذج على هذا الجهاز بعد. يُؤخذ التطبيق نفسه مع ذلك.',
	write: ({ bytes }) =>
		bytes > 0 ? `كتابة الملف (التطبيق و${format.bytes(bytes)})` : 'كتابة الملف (التطبيق)',
	writing: 'جارٍ كتابة الملف',
	saved: ({ file }) => `حُفظ ${file}`,
	next: 'فُك ضغطه، على ذاكرة USB مثلًا. على الحاسوب الآخر اقرأ README في ذلك المجلد: أمر واحد يشغّل Quern هناك.',
	needs:
		'يحتاج الحاسوب الآخر إلى Python 3 أو Node وإلى متصفح. لا يستطيع الهاتف تشغيله؛ تصل النماذج إلى الهاتف في ملف أو من جهاز قريب.',
	carried: 'جاء مع هذه النسخة',
	carriedText:
		'هذه النماذج موجودة بجانب التطبيق. تُنسخ إلى المتصفح مرة واحدة وتُفحص؛ لا حاجة إلى الإنترنت.',
	install: ({ name, bytes }) => `تثبيت ${name} (${format.bytes(bytes)})`,
} satisfies Messages['take'];
