import { pluralsOf } from '../../plural.ts';
import type en from '../en/search.ts';

const plural = pluralsOf('ar');

export default {
	title: 'بحث',
	open: 'البحث',
	label: 'الكلمات المطلوبة',
	hint: 'يشمل البحث كل الرسائل على هذا الجهاز. يجب أن ترد كل الكلمات بأي ترتيب، وما بين علامتي اقتباس كما هو تمامًا.',
	results: 'النتائج',
	found: (p) =>
		plural(p.count, {
			zero: 'لا نتائج',
			one: 'نتيجة واحدة',
			two: 'نتيجتان',
			few: '# نتائج',
			many: '# نتيجة',
			other: '# نتيجة',
		}),
	none: 'لم يُعثر على شيء',
	noneNext: 'جرّب كلمات أقل أو كتابة أخرى.',
	partial: 'ما زالت محادثاتك قيد القراءة: قد توجد نتائج أخرى.',
	more: (p) =>
		plural(p.count, {
			zero: 'لا رسائل أخرى هنا',
			one: 'رسالة أخرى هنا',
			two: 'رسالتان أخريان هنا',
			few: '# رسائل أخرى هنا',
			many: '# رسالة أخرى هنا',
			other: '# رسالة أخرى هنا',
		}),
	limited: 'تظهر النتائج الأولى فقط. أضف كلمة لتضييق البحث.',
	gone: 'لم تعد هذه الرسالة موجودة.',
} satisfies typeof en;
