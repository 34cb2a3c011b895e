export default {
	title: 'Writing',
	enterSends: 'Enter sends the message',
	enterExplained:
		'Shift+Enter then makes a new line. Otherwise Enter makes it, and Ctrl+Enter sends. On a touch screen, Enter always makes a new line.',
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
