import { habits } from './habits.ts';

/** One text per plural category that the language has; `#` stands for the formatted number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Chooses among plural forms by the rules of one language, by CLDR through `Intl.PluralRules`. A number that is
 * measured, not counted, is rounded to `digits` decimals first.
 */
export function pluralsOf(
	tag: string,
): (count: number, forms: PluralForms, digits?: number) => string {
	const rules = new Intl.PluralRules(tag);
	return (count, forms, digits = 0) => {
		const rounded = Number(count.toFixed(digits));
		const number = new Intl.NumberFormat(tag, {
			maximumFractionDigits: digits,
			...habits.forNumbers,
		}).format(rounded);
		return (forms[rules.select(rounded)] ?? forms.other).replace('#', number);
	};
}
