import { describe, expect, test } from 'vitest';
import { fold } from '../../lib/fold.ts';
import { findTerm } from './find-term.ts';
import { narrows, parseQuery } from './query.ts';
import { searchableText } from './searchable-text.ts';

function finds(typed: string, text: string): boolean {
	const { terms } = parseQuery(typed);
	const folded = fold(searchableText(text));
	return terms.length > 0 && terms.every((term) => findTerm(folded, term) >= 0);
}

const found: Record<string, readonly (readonly [typed: string, text: string])[]> = {
	English: [
		['mil', 'The Mill by the river'],
		['river mill', 'The mill by the river'],
		['"the mill"', 'By the\nmill.'],
		['"the mi', 'by the mill'],
		['c++', 'Written in C++ today'],
		['model 2', 'GPT2 is a model'],
		['bold text', 'Some **bold** text'],
		['🌾', 'wheat 🌾'],
	],
	French: [
		['eau', 'De l’eau fraîche'],
		["l'eau", 'Une eau claire'],
		['qu’elle', 'elle'],
		['fraiche', 'fraîche'],
		['COEUR', 'un cœur'],
		['«eau fraîche»', 'l’eau fraiche'],
	],
	Persian: [
		['کتاب', 'كِتابها'],
		['کتاب‌ها', 'کتاب ها'],
		['کتاب ها', 'کتاب‌ها'],
		['میروم', 'می‌روم'],
		['می‌روم', 'می روم'],
		['روم', 'نمی‌روم'],
		['۱۴۰۵', 'سال 1405'],
		['خانه', 'خانهٔ ما'],
		['«مدل زبان»', 'یک مدل زبان بزرگ'],
	],
	Arabic: [
		['كتاب', 'والكتاب على الطاولة'],
		['مدرسه', 'المَدْرَسَة'],
		['احمد', 'لأحمد'],
		['اسلام', 'بالإسلام'],
		['٢٠٢٦', 'عام ۲۰۲۶'],
		['العربية', 'العربـــية'],
	],
	Chinese: [
		['智能', '人工智能的历史'],
		['工智', '人工智能'],
		['能的', '人工智能的历史'],
		['手机价格', '价格最低的手机'],
		['python代码', '用Python写代码'],
		['２０２６', '2026年'],
		['“人工智能”', '关于人工智能'],
	],
};

describe.each(Object.entries(found))('%s', (_, pairs) => {
	test.each(pairs)('%s finds: %s', (typed, text) => {
		expect(finds(typed, text)).toBe(true);
	});
});

test.each([
	['mill', 'the windmill'],
	['river sea', 'the river'],
	['"mill the"', 'the mill'],
	['"the mi"', 'the mill'],
	['تاب', 'کتاب'],
	['工智', '工人的智力'],
	['“智能手机”', '手机智能'],
	['', 'anything'],
	['  "" ', 'anything'],
])('%s does not find: %s', (typed, text) => {
	expect(finds(typed, text)).toBe(false);
});

test('every substring of two characters of a Chinese text finds it', () => {
	const text = '量子计算机能在很短的时间内解决传统计算机无法解决的问题吗';
	for (let at = 0; at + 2 <= text.length; at++) {
		expect(finds(text.slice(at, at + 2), text)).toBe(true);
	}
});

test('a query that goes on narrows the one before', () => {
	const narrowed = (typed: string, before: string) =>
		narrows(parseQuery(typed), parseQuery(before));
	expect(narrowed('mill r', 'mil')).toBe(true);
	expect(narrowed('mill', 'mill r')).toBe(false);
	expect(narrowed('river', 'mill')).toBe(false);
	expect(narrowed('"a mill', '"a mi"')).toBe(false);
});
