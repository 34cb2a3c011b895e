import { chapters, type Chapter } from './chapters.ts';
import type { Messages } from './locales/en.ts';
import { PSEUDO_TAG } from './pseudo-tag.ts';

export type Direction = 'ltr' | 'rtl';

const modules = import.meta.glob<Partial<Messages>>('./locales/*/*-chapter.ts', {
	import: 'default',
});

const pathOf = (tag: string, chapter: Chapter) => `./locales/${tag}/${chapter}-chapter.ts`;

const tags = new Set(Object.keys(modules).map((path) => path.split('/')[2]!));

/** Every language the app speaks, English first. One folder in `locales/` is one language. */
export const languages: readonly string[] = [
	'en',
	...[...tags].filter((tag) => tag !== 'en').sort(),
];

/** Some chapters of a language's messages; of English for a language that the app does not speak. */
export async function loadChapters(
	tag: string,
	wanted: readonly Chapter[],
): Promise<Partial<Messages>> {
	if (tag === PSEUDO_TAG) return (await import('./pseudo.ts')).default;
	const known = tags.has(tag) ? tag : 'en';
	const parts = await Promise.all(wanted.map((chapter) => modules[pathOf(known, chapter)]!()));
	return Object.assign({}, ...parts) as Partial<Messages>;
}

/** All the messages of one language. */
export async function loadMessages(tag: string): Promise<Messages> {
	return (await loadChapters(tag, chapters)) as Messages;
}

/** A language's name in itself, as a person who reads it would look for it: “Français”. */
export function ownName(tag: string): string {
	const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** The direction of a language, by the script that CLDR says it is most likely written in. */
export function directionOf(tag: string): Direction {
	const { script } = new Intl.Locale(tag).maximize();
	return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/**
 * The tag to write numbers, dates and times by: the wanted variant of a language in the same script (“en-GB” for
 * “en”), or else the language's own tag; always with the language's digits, which its messages have too.
 */
export function regionalTag(tag: string, wanted: readonly string[]): string {
	const { language, script } = new Intl.Locale(tag).maximize();
	const variant = wanted.filter(isWellFormed).find((candidate) => {
		const other = new Intl.Locale(candidate).maximize();
		return other.language === language && other.script === script;
	});
	if (variant === undefined) return tag;
	const { numberingSystem } = new Intl.NumberFormat(tag).resolvedOptions();
	return new Intl.Locale(variant, { numberingSystem }).toString();
}

function isWellFormed(tag: string): boolean {
	try {
		return Boolean(new Intl.Locale(tag));
	} catch {
		return false;
	}
}

/** The first of the wanted languages that the app speaks: “fr-CA” is served by “fr”. */
export function preferredLanguage(wanted: readonly string[]): string {
	for (const tag of wanted) {
		const base = tag.split('-')[0]?.toLowerCase();
		if (base && languages.includes(base)) return base;
	}
	return 'en';
}
