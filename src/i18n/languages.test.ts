import { describe, expect, test } from 'vitest';
import { directionOf, languages, ownName, preferredLanguage, regionalTag } from './languages.ts';
import { pluralsOf } from './plural.ts';

test('the five languages, English first', () => {
	expect(languages).toEqual(['en', 'ar', 'fa', 'fr', 'zh']);
});

test('names in the language itself', () => {
	expect(languages.map(ownName)).toEqual(['English', 'العربية', 'فارسی', 'Français', '中文']);
});

test('directions', () => {
	expect(languages.filter((tag) => directionOf(tag) === 'rtl')).toEqual(['ar', 'fa']);
	expect(directionOf('ar-XB')).toBe('rtl');
});

describe('the preferred language', () => {
	test.each([
		[['fr-CA', 'en'], 'fr'],
		[['de', 'zh-Hant-TW'], 'zh'],
		[['FA-ir'], 'fa'],
		[['de', 'ja'], 'en'],
		[[], 'en'],
	])('of %j is %s', (wanted, tag) => expect(preferredLanguage(wanted)).toBe(tag));
});

describe('the tag for formats', () => {
	test.each([
		['en', ['fr-CA', 'en-GB', 'en-US'], 'en-GB-u-nu-latn'],
		['fr', ['en-GB', 'fr-CA'], 'fr-CA-u-nu-latn'],
		['ar', ['ar-EG'], 'ar-EG-u-nu-latn'],
		['fa', ['fa-AF'], 'fa-AF-u-nu-arabext'],
		['zh', ['zh-TW', 'zh-CN'], 'zh-CN-u-nu-latn'],
		['zh', ['zh-Hant'], 'zh'],
		['fa', ['en-GB', 'not a tag'], 'fa'],
		['fa', [], 'fa'],
	])('of %s with %j is %s', (tag, wanted, regional) =>
		expect(regionalTag(tag, wanted)).toBe(regional),
	);
});

describe('plurals', () => {
	const forms = { zero: 'z', one: 'o', two: 't', few: '# f', many: '# m', other: '# x' };

	test('Arabic has six forms', () => {
		const plural = pluralsOf('ar');
		const bare = (text: string) => text.replace(/^\S+ /, '');
		expect([0, 1, 2, 3, 11, 100].map((count) => bare(plural(count, forms)))).toEqual([
			'z',
			'o',
			't',
			'f',
			'm',
			'x',
		]);
	});

	test('a form that is not given falls back to the last', () => {
		expect(pluralsOf('en')(1, { other: '# things' })).toBe('1 things');
		expect(pluralsOf('en')(1200, { other: '# things' })).toBe('1,200 things');
	});
});
