import type { Messages } from '../en.ts';

export default {
	title: 'الكتابة',
	enterSends: 'إرسال الرسالة بمفتاح Enter',
	enterExplained:
		'عندها يبدأ Shift+Enter سطرًا جديدًا. وإلا فإن Enter يبدأ السطر وCtrl+Enter يرسل. على شاشة اللمس يبدأ Enter دائمًا سطرًا جديدًا.',
	digits: 'الأرقام',
	digitsOf: { language: 'أرقام اللغة', latn: 'لاتينية', arabext: 'فارسية', arab: 'عربية مشرقية' },
	calendar: 'التقويم',
	calendars: {
		language: 'تقويم اللغة',
		gregory: 'ميلادي',
		persian: 'هجري شمسي (جلالي)',
		'islamic-umalqura': 'هجري قمري (أم القرى)',
	},
	today: (p) => `اليوم ${p.date}. ويُكتب العدد هكذا: ${p.number}.`,
} satisfies Messages['writing'];
