import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { AssistantDraft } from '../../../storage/records/assistant.ts';
import { loadLibrary } from './library.ts';

const SCRIPTS = {
	en: /^[^\u0600-\u06ff\u4e00-\u9fff]*$/,
	fr: /[éèàç]/,
	fa: /[پچگی]/,
	ar: /[ةي]/,
	zh: /[\u4e00-\u9fff]/,
};

describe.each(Object.entries(SCRIPTS))('the library in %s', async (tag, script) => {
	const library = await loadLibrary(tag);

	it('has twelve assistants, each fit to be stored', () => {
		expect(library).toHaveLength(12);
		for (const { draft } of library) expect(v.parse(AssistantDraft, draft)).toEqual(draft);
		expect(new Set(library.map(({ draft }) => draft.name)).size).toBe(12);
	});

	it('says everything in that language', () => {
		for (const { draft } of library) expect(draft.instructions).toMatch(script);
	});

	it('gives each instructions worth having, and first questions', () => {
		for (const { draft } of library) {
			expect(draft.instructions.length).toBeGreaterThan(tag === 'zh' ? 60 : 200);
			expect(draft.starters.length).toBeGreaterThanOrEqual(2);
		}
	});

	it('keeps to the typography of that language', () => {
		const texts = library.flatMap(({ about, draft }) => [
			about,
			draft.instructions,
			...draft.starters,
		]);
		const wrong = {
			en: /[!]/,
			fr: /'|[^\u00a0\u202f][;?»]|[^\u00a0\u202f\d]:|«[^\u00a0]|!/,
			fa: /[يكىة]|!|(?:^|[\s«])ن?می [آ-ی]/,
			ar: /[یکگچپ]|!/,
			zh: /\p{Script=Han}[,;:?!]/u,
		}[tag]!;
		expect(texts.filter((text) => wrong.test(text))).toEqual([]);
	});
});

it('is in English where there is none in the language', async () => {
	const [first] = await loadLibrary('ar-XB');
	expect(first).toMatchObject({ origin: 'letters.en', draft: { name: 'Letter writer' } });
});
