import { Format } from '../../format.ts';
import { pluralsOf } from '../../plural.ts';
import type en from '../en/prompts.ts';

const format = new Format('fa');
const plural = pluralsOf('fa');

export default {
	title: 'متن‌های آماده',
	lead: 'متن‌هایی که دوباره به کار می‌آیند. در جای پیام / بزنید تا یکی را فرابخوانید؛ جاهای خالی‌اش پرسیده می‌شود.',
	none: 'هنوز از خودتان ندارید. برای دیدن آماده‌ها در جای پیام / بزنید.',
	create: 'متن تازه',
	change: ({ name }) => `تغییر «${name}»`,
	remove: ({ name }) => `پاک کردن «${name}»`,
	removed: ({ name }) => `«${name}» پاک شد.`,
	name: 'نام، پس از /',
	text: 'متن',
	textHint: 'جای خالی را در دو آکولاد بنویسید، مانند {{زبان}}.',
	blanks: ({ names }) => `می‌پرسد: ${format.list(names)}`,
	save: 'ذخیره',
	found: ({ count }) =>
		plural(count, { other: '# متن. با کلیدهای جهت انتخاب کنید و با Enter بردارید.' }),
	ready: 'آماده',
	manage: 'متن‌های خودتان',
	insert: 'گذاشتن در پیام',
} satisfies typeof en;
