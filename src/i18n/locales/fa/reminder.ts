import { pluralsOf } from '../../plural.ts';
import type { Messages } from '../en.ts';

const plural = pluralsOf('fa');

export default {
	save: 'ذخیرهٔ پشتیبان',
	restore: 'بازگرداندن پشتیبان',
	due: ({ count, date }) =>
		plural(count, {
			one: `آخرین پشتیبان از ${date} است. از آن پس # پیام آمده است.`,
			other: `آخرین پشتیبان از ${date} است. از آن پس # پیام آمده است.`,
		}),
	dueNever: 'گفتگوهای شما تنها روی همین دستگاه هستند و پشتیبانی از آن‌ها نیست.',
	later: 'حالا نه',
} satisfies Messages['reminder'];
