/** One text per plural category that the language has; `#` stands for the formatted number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Chooses among plural forms by the rules of one language, by CLDR through `Intl.PluralRules`. */
export function pluralsOf(tag: string): (count: number, forms: PluralForms) => string {
	const rules = new Intl.PluralRules(tag);
	const numbers = new Intl.NumberFormat(tag);
	return (count, forms) =>
		(forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
