export default {
	digits: 'Digits',
	digitsOf: {
		language: 'Those of the language',
		latn: 'Latin',
		arabext: 'Persian',
		arab: 'Arabic',
	},
	calendar: 'Calendar',
	calendars: {
		language: 'That of the language',
		gregory: 'Gregorian',
		persian: 'Persian (Jalali)',
		'islamic-umalqura': 'Islamic (Hijri)',
	},
	today: (p: { date: string; number: string }) =>
		`Today is ${p.date}. A number looks like this: ${p.number}.`,
};
