const BLANK = /\{\{\s*([^{}\n]{1,60}?)\s*\}\}/g;

/** The names of the `{{blanks}}` in a text, each once, in their order. */
export function blanksIn(text: string): string[] {
	return [...new Set([...text.matchAll(BLANK)].map(([, name]) => name!))];
}

/** The text with each blank filled in; those without a value stay. What is filled in is not looked at again. */
export function fillBlanks(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(BLANK, (blank, name: string) => values.get(name) ?? blank);
}
