import { describe, expect, test } from 'vitest';
import { fold, foldWithOrigins } from './fold.ts';

/** Two ways to write the same, by language. */
const alike: Record<string, readonly (readonly [string, string])[]> = {
	Persian: [
		['یک', 'يك'],
		['کتاب', 'كتاب'],
		['علی', 'على'],
		['می‌روم', 'میروم'],
		['کتاب‌ها', 'کتابها'],
		['خانهٔ', 'خانه'],
		['خانۀ', 'خانه'],
		['مسئول', 'مسیول'],
		['رؤیا', 'رویا'],
		['آب', 'اب'],
		['قرآن', 'قران'],
		['مُعَلِّم', 'معلم'],
		['فــارسی', 'فارسی'],
		['۱۴۰۵', '1405'],
		['۱۴۰۵', '١٤٠٥'],
		['جزء', 'جز'],
		['تأثیر', 'تاثير'],
		['\u200fسلام\u200e', 'سلام'],
	],
	Arabic: [
		['أحمد', 'احمد'],
		['إسلام', 'اسلام'],
		['آمن', 'امن'],
		['ٱلرَّحْمَٰنِ', 'الرحمن'],
		['مدرسة', 'مدرسه'],
		['على', 'علي'],
		['مستشفى', 'مستشفي'],
		['كِتَابٌ', 'كتاب'],
		['العربـــية', 'العربية'],
		['مُدَرِّسٌ', 'مدرس'],
		['شيء', 'شي'],
		['مؤمن', 'مومن'],
		['قائمة', 'قايمه'],
		['٢٠٢٦', '2026'],
		['ﻣﺤﻤﺪ', 'محمد'],
		['ﻻ', 'لا'],
		['هیئة', 'هيئه'],
		['سؤال', 'سوال'],
	],
	French: [
		['été', 'ete'],
		['ÉTÉ', 'été'],
		['naïve', 'naive'],
		['garçon', 'garcon'],
		['cœur', 'coeur'],
		['Œuvre', 'oeuvre'],
		['Noël', 'noel'],
		['où', 'ou'],
		['château', 'chateau'],
		['ex æquo', 'ex aequo'],
		['e\u0301tude', 'étude'],
		['L’EAU', 'l’eau'],
	],
	'Latin letters elsewhere': [
		['Straße', 'strasse'],
		['GROẞ', 'gross'],
		['über', 'uber'],
		['İstanbul', 'istanbul'],
		['ılık', 'ilik'],
		['Łódź', 'lodz'],
		['smørrebrød', 'smorrebrod'],
		['Đà Nẵng', 'da nang'],
		['þing', 'thing'],
		['señor', 'senor'],
		['ﬁne', 'fine'],
		['HELLO', 'hello'],
		['soft\u00adware', 'software'],
	],
	Chinese: [
		['ＡＢＣ', 'abc'],
		['１２３', '123'],
		['ｶﾀｶﾅ', 'カタカナ'],
		['⼈⼯', '人工'],
		['２０２６年', '2026年'],
		['㈱', '(株)'],
	],
	'other scripts': [
		['ΌΔΟΣ', 'οδος'],
		['ὁδός', 'οδοσ'],
		['Ёлка', 'елка'],
		['שָׁלוֹם', 'שלום'],
		['1\u00a0000', '1 000'],
	],
};

const pairs = Object.entries(alike).flatMap(([language, list]) =>
	list.map(([one, other]) => ({ language, one, other })),
);

test('there are enough pairs to mean something', () => {
	expect(pairs.length).toBeGreaterThanOrEqual(60);
});

test.each(pairs)('$language: $one as $other', ({ one, other }) => {
	expect(fold(one)).toBe(fold(other));
});

describe('what differs stays different', () => {
	test.each([
		['گل', 'کل'],
		['پدر', 'بدر'],
		['چای', 'جای'],
		['سلام', 'کلام'],
		['cote', 'code'],
		['人工', '工人'],
		['12', '21'],
	])('%s and %s', (one, other) => {
		expect(fold(one)).not.toBe(fold(other));
	});
});

test('a fold can be taken apart anywhere, and each of its places leads back to its letter', () => {
	for (const { one, other } of pairs) {
		const text = `${one} ${other}`;
		const { text: folded, origins } = foldWithOrigins(text);
		expect(folded).toBe(fold(text));
		expect(origins).toHaveLength(folded.length + 1);
		expect(origins.at(-1)).toBe(text.length);
	}
	const { origins } = foldWithOrigins('aßé');
	expect(origins).toEqual([0, 1, 1, 2, 3]);
});
