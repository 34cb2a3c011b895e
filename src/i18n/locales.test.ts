import { describe, expect, test } from 'vitest';
import { languages, loadMessages } from './languages.ts';
import en from './locales/en.ts';
import { textsOf } from './testing/texts.ts';

const english = textsOf(en);
const translations = languages.filter((tag) => tag !== 'en');

/** Texts that are right to be the same: proper names, and words that a language shares with English. */
const SHARED: Record<string, readonly string[]> = {
	fr: [
		'about.licences',
		'about.version',
		'assistants.icons.bot',
		'assistants.icons.code',
		'assistants.icons.file-text',
		'assistants.icons.globe',
		'assistants.title',
		'chat.composer',
		'chat.conversations',
		'chat.messages',
		'models.licence',
		'models.pause',
	],
};

/** Neither names, numbers nor signs: what a translator has to translate. */
const words = (text: string) =>
	text.replaceAll(
		/Quern|WebLLM|wllama|transformers\.js|WebGPU|SmolLM2-135M-Instruct|Hugging Face|f16|MB|GB|\W|\d/g,
		'',
	);

test('there are translations', () => {
	expect(translations).toEqual(['ar', 'fa', 'fr', 'zh']);
});

describe.each(translations)('%s', async (tag) => {
	const translated = textsOf(await loadMessages(tag));

	test('has every text, and no empty one', () => {
		expect(translated.map(({ key }) => key)).toEqual(english.map(({ key }) => key));
		expect(translated.filter(({ text }) => text.trim() === '')).toEqual([]);
	});

	test('uses the same blanks', () => {
		const used = (texts: typeof english) => {
			const byKey = new Map<string, Set<string>>();
			for (const { key, blanks } of texts) {
				const all = byKey.get(key) ?? new Set();
				blanks.forEach((blank) => all.add(blank));
				byKey.set(key, all);
			}
			return Object.fromEntries([...byKey].map(([key, blanks]) => [key, [...blanks].sort()]));
		};
		expect(used(translated)).toEqual(used(english));
	});

	test('leaves nothing in English', () => {
		const same = translated
			.filter(({ text }, index) => text === english[index]?.text && words(text) !== '')
			.map(({ key }) => key);
		expect([...new Set(same)].filter((key) => !SHARED[tag]?.includes(key))).toEqual([]);
	});

	test('has no blank left open', () => {
		const open = translated.filter(({ text }) => /undefined|NaN|\[object|#(?!\w)|\$\{/.test(text));
		expect(open).toEqual([]);
	});
});

describe('every language', async () => {
	const all = await Promise.all(
		languages.map(async (tag) => ({ tag, texts: textsOf(await loadMessages(tag)) })),
	);
	test('speaks calmly: no exclamation marks', () => {
		const loud = all.flatMap(({ texts }) => texts.filter(({ text }) => /[!！]/.test(text)));
		expect(loud).toEqual([]);
	});
});

/** The texts of a language that a pattern finds. */
async function found(tag: string, pattern: RegExp): Promise<string[]> {
	return textsOf(await loadMessages(tag))
		.map(({ text }) => text)
		.filter((text) => pattern.test(text));
}

describe('typography', () => {
	test('French sets no-break spaces before : ; ? and inside « »', async () => {
		expect(await found('fr', /[^\u00a0\u202f][;?»]|[^\u00a0\u202f\d]:|«[^\u00a0\u202f]/)).toEqual(
			[],
		);
		expect(await found('fr', /\u202f[;?]/)).not.toEqual([]);
	});

	test('French has curly apostrophes', async () => {
		expect(await found('fr', /'/)).toEqual([]);
	});

	test('Persian has its own letters, marks and digits', async () => {
		expect(await found('fa', /[يكىة٠-٩]/)).toEqual([]);
		expect(await found('fa', /[\u0600-\u06ff]\s*[,;?]/)).toEqual([]);
	});

	test('Persian joins prefixes and suffixes with a zero-width non-joiner', async () => {
		expect(
			await found('fa', /(?:^|[\s«])ن?می [آ-ی]|[آ-ی] (?:ها|های|هایی|تر|ترین)(?![آ-ی])/),
		).toEqual([]);
		expect(await found('fa', /\u200c/)).not.toEqual([]);
	});

	test('Arabic has its own letters and marks', async () => {
		expect(await found('ar', /[یکگچپ]/)).toEqual([]);
		expect(await found('ar', /[\u0600-\u06ff]\s*[,;?]/)).toEqual([]);
	});

	test('a list of what the page says has the comma of its language', async () => {
		const told = async (tag: string) =>
			(await loadMessages(tag)).take.told({ engine: 'wllama', bytes: 93e6 });
		for (const tag of ['fa', 'ar', 'zh'] as const) expect(await told(tag)).toMatch(/^wllama[،，]/);
	});

	test('Chinese has full-width marks between its characters', async () => {
		expect(await found('zh', /\p{Script=Han}[,;:?!]/u)).toEqual([]);
	});
});
