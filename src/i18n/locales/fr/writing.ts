import type { Messages } from '../en.ts';

export default {
	digits: 'Chiffres',
	digitsOf: { language: 'Ceux de la langue', latn: 'Latins', arabext: 'Persans', arab: 'Arabes' },
	calendar: 'Calendrier',
	calendars: {
		language: 'Celui de la langue',
		gregory: 'Grégorien',
		persian: 'Persan (jalali)',
		'islamic-umalqura': 'Musulman (hégirien)',
	},
	today: (p) => `Nous sommes le ${p.date}. Un nombre s’écrit ainsi\u00a0: ${p.number}.`,
} satisfies Messages['writing'];
