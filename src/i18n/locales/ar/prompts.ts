import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type en from '../en/prompts.ts';

const format = new Format('ar');
const plural = pluralsOf('ar');

export default {
	title: 'عبارات جاهزة',
	lead: 'نصوص تستعملها مرارًا. اكتب / في خانة الرسالة لاستدعاء واحدة، وستُسأل عن فراغاتها.',
	none: 'ليس لك شيء بعد. اكتب / في خانة الرسالة لترى الجاهز منها.',
	create: 'عبارة جديدة',
	change: ({ name }) => `تغيير «${name}»`,
	remove: ({ name }) => `حذف «${name}»`,
	removed: ({ name }) => `حُذفت «${name}».`,
	name: 'الاسم، يُكتب بعد /',
	text: 'النص',
	textHint: 'اكتب الفراغ بين قوسين معقوفين مزدوجين، مثل {{اللغة}}.',
	blanks: ({ names }) => `تسأل عن: ${format.list(names)}`,
	save: 'حفظ',
	found: ({ count }) =>
		plural(count, {
			zero: 'لا عبارات.',
			one: 'عبارة واحدة. اضغط Enter لأخذها.',
			two: 'عبارتان. اختر بالأسهم وخذ بمفتاح Enter.',
			few: '# عبارات. اختر بالأسهم وخذ بمفتاح Enter.',
			other: '# عبارة. اختر بالأسهم وخذ بمفتاح Enter.',
		}),
	ready: 'جاهزة',
	manage: 'عباراتك',
	insert: 'إدراج',
} satisfies typeof en;
