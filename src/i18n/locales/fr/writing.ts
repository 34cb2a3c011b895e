import type { Messages } from '../en.ts';

export default {
	title: 'Écriture',
	enterSends: 'Entrée envoie le message',
	enterExplained:
		'Maj+Entrée passe alors à la ligne. Sinon, Entrée passe à la ligne et Ctrl+Entrée envoie. Sur un écran tactile, Entrée passe toujours à la ligne.',
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
