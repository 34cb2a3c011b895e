import type { Messages } from '../en.ts';

export default {
	models: 'النماذج',
	hand: 'من جهاز إلى جهاز',
	take: 'خذ Quern معك',
	ledger: 'ما خرج من هذا الجهاز',
	backup: 'النسخ الاحتياطي',
	exchange: 'المحادثات في ملفات',
	settings: 'الإعدادات',
	about: 'حول Quern',
} satisfies Messages['places'];
