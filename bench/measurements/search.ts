import ar from '../../src/i18n/locales/ar.ts';
import en from '../../src/i18n/locales/en.ts';
import fa from '../../src/i18n/locales/fa.ts';
import fr from '../../src/i18n/locales/fr.ts';
import zh from '../../src/i18n/locales/zh.ts';
import { textsOf } from '../../src/i18n/testing/texts.ts';
import type { Figure, Measurement } from '../measurement.ts';
import type { SearchSubject } from '../pages/subjects/search.ts';
import { RendererMemory } from '../process-memory.ts';
import { median } from '../statistics.ts';
import { SubjectPage } from '../subject-page.ts';

const MESSAGES = 50_000;

/** Typed letter by letter. */
const words: Readonly<Record<string, readonly string[]>> = {
	en: ['model', 'device', 'nothing was changed', 'xylophone'],
	fr: ['modèle', 'appareil', 'telecharge', 'rien n’a été'],
	fa: ['دستگاه', 'گفتگوها', 'پیام', 'نگه داشته'],
	ar: ['الجهاز', 'رسالة', 'نموذج', 'لم يتغير'],
	zh: ['模型', '设备', '下载文件', '没有改变'],
};

export default {
	name: 'search',
	title: 'Search as one types',
	method:
		`${MESSAGES.toLocaleString('en')} messages in five languages, in a thousand conversations, made of the app’s own sentences. Twenty words and phrases are typed letter by letter; each time is from the letter to the first results on the page, drawn or not. ` +
		'Memory is what the page’s process, its worker included, has more than before the first search.',
	async run(lab): Promise<Figure[]> {
		// Sentences of the app in each language.
		const phrases = Object.fromEntries(
			Object.entries({ en, fr, fa, ar, zh }).map(([tag, messages]) => [
				tag,
				textsOf(messages).map(({ text }) => text),
			]),
		);
		return lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			lab.say('storing');
			const filled = await SubjectPage.open(lab, context, 'subject=search');
			const characters = await filled.page.evaluate(
				async ([count, all]) => ((await bench.subject()) as SearchSubject).fill(count, all),
				[MESSAGES, phrases] as const,
			);
			await filled.close();
			lab.say(`${(characters / 1e6).toFixed(1)} million characters`);

			const { page } = await SubjectPage.open(lab, context, 'subject=search');
			const memory = await RendererMemory.of(browser);
			const before = await memory.now();
			const { firstMs, wholeMs } = await page.evaluate(async () =>
				((await bench.subject()) as SearchSubject).begin('a'),
			);
			const grown = (await memory.now()) - before;
			const taken: number[] = [];
			for (const word of Object.values(words).flat()) {
				taken.push(
					...(await page.evaluate(
						async (typed) => ((await bench.subject()) as SearchSubject).type(typed),
						word,
					)),
				);
			}
			return [
				{
					what: 'first results after a letter, median',
					value: median(taken),
					unit: 'ms',
					target: { atMost: 50 },
				},
				{
					what: 'first results after a letter, 95 of 100',
					value: percentile(taken, 0.95),
					unit: 'ms',
					target: { atMost: 50 },
					note: `${taken.length} letters`,
				},
				{ what: 'the very first results, while messages are read', value: firstMs, unit: 'ms' },
				{ what: 'all messages are read', value: wholeMs, unit: 'ms' },
				{ what: 'memory of the search', value: grown / 1e6, unit: 'MB' },
			];
		});
	},
} satisfies Measurement;

function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
