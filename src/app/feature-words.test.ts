import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { features } from './features.ts';
import { chapters, type Chapter } from '../i18n/chapters.ts';
import { languages, loadChapters } from '../i18n/languages.ts';

const source = new URL('../', import.meta.url);

const sectionsOf = new Map(
	await Promise.all(
		chapters.map(
			async (chapter) => [chapter, Object.keys(await loadChapters('en', [chapter]))] as const,
		),
	),
);
const chapterOf = (section: string) =>
	chapters.find((chapter) => sectionsOf.get(chapter)!.includes(section));

/** The chapters whose sections the files of a folder read. */
function read(folder: string): Set<Chapter> {
	const read = new Set<Chapter>();
	for (const name of readdirSync(new URL(folder, source), { recursive: true, encoding: 'utf8' })) {
		if (!/\.(svelte|ts)$/.test(name) || /\.test\.|(^|\/)testing\//.test(name)) continue;
		const text = readFileSync(new URL(`${folder}/${name}`, source), 'utf8');
		for (const [, section] of text.matchAll(/\bmessages(?:\.|\?\.)(\w+)/g)) {
			const chapter = chapterOf(section!);
			if (chapter) read.add(chapter);
		}
	}
	return read;
}

test('every language has the same sections in the same chapters', async () => {
	for (const tag of languages) {
		for (const chapter of chapters) {
			const sections = Object.keys(await loadChapters(tag, [chapter]));
			expect(sections, `${tag} ${chapter}`).toEqual(sectionsOf.get(chapter));
		}
	}
});

test.each(features)('$id says which chapters it reads', ({ id, words = [] }) => {
	expect([...read(`features/${id}`)].filter((chapter) => chapter !== 'first').sort()).toEqual(
		[...words].sort(),
	);
});

test('the shell reads the first chapter only', () => {
	expect([...read('app')]).toEqual(['first']);
});
