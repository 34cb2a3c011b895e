import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('ar');

export default {
	save: 'حفظ نسخة احتياطية',
	restore: 'استعادة نسخة احتياطية',
	due: ({ count, date }) =>
		plural(count, {
			one: `آخر نسخة احتياطية بتاريخ ${date}. جاءت بعدها رسالة واحدة.`,
			two: `آخر نسخة احتياطية بتاريخ ${date}. جاءت بعدها رسالتان.`,
			few: `آخر نسخة احتياطية بتاريخ ${date}. جاءت بعدها # رسائل.`,
			many: `آخر نسخة احتياطية بتاريخ ${date}. جاءت بعدها # رسالة.`,
			other: `آخر نسخة احتياطية بتاريخ ${date}. جاءت بعدها # رسالة.`,
		}),
	dueNever: 'محادثاتك في هذا الجهاز فقط، ولا نسخة احتياطية منها.',
	later: 'ليس الآن',
} satisfies Messages['reminder'];
