import { afterEach, describe, expect, test } from 'vitest';
import { Format } from './format.ts';
import { habits } from './habits.ts';
import { pluralsOf } from './plural.ts';

const en = new Format('en');

describe('bytes', () => {
	test.each([
		[0, '0 byte'],
		[999, '999 byte'],
		[1000, '1 kB'],
		[93_400_000, '93.4 MB'],
		[1_500_000_000, '1.5 GB'],
		[2e15, '2,000 TB'],
	])('%d', (bytes, text) => expect(en.bytes(bytes)).toBe(text));

	test('in each language with its own unit and digits', () => {
		expect(new Format('fr').bytes(93_400_000)).toBe('93,4\u202fMo');
		expect(new Format('zh').bytes(93_400_000)).toBe('93.4 MB');
		expect(new Format('fa').bytes(93_400_000)).toBe('۹۳٫۴ مگابایت');
		expect(new Format('ar').bytes(2_000_000)).toMatch(/ميغابايت/);
	});

	test('rounding never shows four digits of a smaller unit', () => {
		expect(en.bytes(999_999)).toBe('1 MB');
	});
});

test('speed', () => {
	expect(en.speed(2_130_000)).toBe('2.13 MB/s');
});

test('memory counts in powers of two', () => {
	expect(en.memory(16 * 2 ** 30)).toBe('16 GB');
});

describe('duration', () => {
	test.each([
		[-1, '0 sec'],
		[45.2, '45 sec'],
		[59.7, '1 min'],
		[125, '2 min, 5 sec'],
		[1084, '18 min'],
		[3600, '1 hr'],
		[4200, '1 hr, 10 min'],
	])('%d s', (seconds, text) => expect(en.duration(seconds)).toBe(text));
});

test('percent says 100 only of what is whole', () => {
	expect(en.percent(0.999)).toBe('99%');
	expect(en.percent(1)).toBe('100%');
});

test('a date has a year only when it is another', () => {
	const now = new Date(2026, 10, 22);
	expect(en.date(new Date(2026, 0, 2), now)).toBe('January 2');
	expect(en.date(new Date(2025, 0, 2), now)).toBe('January 2, 2025');
});

describe('habits', () => {
	afterEach(() => habits.use('language', 'language'));
	const nowruz = new Date(2026, 2, 22);

	test('without any, a language has its own digits and calendar', () => {
		expect(new Format('fa').fullDate(nowruz)).toBe('۲ فروردین ۱۴۰۵');
		expect(new Format('fr').fullDate(nowruz)).toBe('22 mars 2026');
	});

	test('digits hold in every language, in formats made before and in messages', () => {
		const fa = new Format('fa');
		expect(fa.bytes(93_400_000)).toBe('۹۳٫۴ مگابایت');
		habits.use('latn', 'language');
		expect(fa.bytes(93_400_000)).toBe('93.4 مگابایت');
		expect(new Format('fa-AF-u-nu-arabext').time(new Date(2026, 2, 22, 9, 5))).toContain('9:05');
		expect(pluralsOf('fa')(12, { other: '#' })).toBe('12');
		habits.use('arabext', 'language');
		expect(en.number(1234)).toBe('۱٬۲۳۴');
		habits.use('arab', 'language');
		expect(en.percent(0.5)).toMatch('٥٠');
	});

	test('the calendar holds in every language', () => {
		habits.use('language', 'gregory');
		expect(new Format('fa').fullDate(nowruz)).toBe('۲۲ مارس ۲۰۲۶');
		habits.use('language', 'persian');
		expect(en.fullDate(nowruz)).toMatch(/^Farvardin 2, 1405/);
		habits.use('language', 'islamic-umalqura');
		expect(new Format('ar').fullDate(nowruz)).toMatch(/شوال.*1447/);
	});

	test('another year is one of the same calendar', () => {
		const before = new Date(2026, 2, 19);
		expect(new Format('fa').date(before, nowruz)).toBe('۲۸ اسفند ۱۴۰۴');
		habits.use('language', 'gregory');
		expect(new Format('fa').date(before, nowruz)).toBe('۱۹ مارس');
	});
});
