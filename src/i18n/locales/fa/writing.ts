import type { Messages } from '../en.ts';

export default {
	title: 'نوشتن',
	enterSends: 'Enter پیام را بفرستد',
	enterExplained:
		'در این حالت Shift+Enter خط تازه می‌سازد. وگرنه Enter خط تازه می‌سازد و Ctrl+Enter می‌فرستد. در صفحهٔ لمسی، Enter همیشه خط تازه می‌سازد.',
	digits: 'رقم‌ها',
	digitsOf: { language: 'رقم‌های زبان', latn: 'لاتین', arabext: 'فارسی', arab: 'عربی' },
	calendar: 'تقویم',
	calendars: {
		language: 'تقویم زبان',
		gregory: 'میلادی',
		persian: 'هجری خورشیدی (جلالی)',
		'islamic-umalqura': 'هجری قمری',
	},
	today: (p) => `امروز ${p.date} است. عدد این‌گونه نوشته می‌شود: ${p.number}.`,
} satisfies Messages['writing'];
