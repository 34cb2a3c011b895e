import type { Messages } from '../en.ts';

export default {
	models: 'مدل‌ها',
	hand: 'از دستگاه به دستگاه',
	take: 'همراه بردن Quern',
	ledger: 'آنچه از این دستگاه بیرون رفته',
	backup: 'پشتیبان',
	exchange: 'گفتگوها به صورت فایل',
	settings: 'تنظیمات',
	about: 'درباره',
} satisfies Messages['places'];
