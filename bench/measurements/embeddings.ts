import type { Page } from 'playwright';
import type { Figure, Measurement } from '../measurement.ts';
import type { EmbeddingSubject } from '../pages/embedding-subject.ts';
import { median, paired, quotient } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';

const ROUNDS = 12;
const TEXTS = 24;

const sides: readonly { label: string; query: SubjectQuery }[] = [
	{ label: 'Quern', query: 'subject=quern-embeddings' },
	{ label: 'bare transformers.js, one text at a time', query: 'subject=bare-embeddings&at-once=1' },
	{ label: 'bare transformers.js, 16 at a time', query: 'subject=bare-embeddings&at-once=16' },
];

const subjects = [
	'The mill',
	'A neighbour',
	'The river',
	'Her letter',
	'This old bridge',
	'The law',
];
const predicates = [
	'was here before any of us came, and will be here when we are gone',
	'turns slowly',
	'tells what happened in the year of the flood, to whoever has the patience to listen to all of it',
	'belongs to everyone in the valley',
];

/** Sentences of a few words to two dozen, others in each round. */
function textsOf(round: number): string[] {
	return Array.from({ length: TEXTS }, (_, i) => {
		const subject = subjects[i % subjects.length];
		const predicate = predicates[(i + (i >> 2)) % predicates.length];
		return `${subject} ${predicate}, no. ${round * TEXTS + i}.`;
	});
}

export default {
	name: 'embeddings',
	title: 'Embedding texts on the processor',
	method: `The embedding pack (MiniLM, 8 bits) by Quern’s engine and by transformers.js’s own pipeline, each in a worker of a page of its own, ${ROUNDS} rounds of ${TEXTS} sentences in which each takes its turn.`,
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			const pages: Page[] = [];
			for (const { query } of sides) {
				const { page } = await SubjectPage.open(lab, context, query);
				await page.evaluate(async () =>
					((await bench.subject()) as unknown as EmbeddingSubject).load(),
				);
				await embed(page, textsOf(ROUNDS).slice(0, 4));
				pages.push(page);
			}
			const speeds = sides.map((): number[] => []);
			const angles: number[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				const firsts: number[][] = [];
				for (const [side, page] of pages.entries()) {
					const { milliseconds, first } = await embed(page, textsOf(round));
					speeds[side]!.push((TEXTS * 1000) / milliseconds);
					firsts.push(first);
				}
				angles.push(firsts[0]!.reduce((sum, value, i) => sum + value * firsts[1]![i]!, 0));
				lab.say(`round ${round + 1} of ${ROUNDS}`);
			}
			const [quern, single, batched] = speeds as [number[], number[], number[]];
			return [
				ratio('Quern ÷ bare, one text at a time', quern, single),
				ratio('Quern ÷ bare, 16 at a time', quern, batched),
				...sides.map(({ label }, i) => ({
					what: `${label}: speed`,
					value: median(speeds[i]!),
					unit: 'texts/s' as const,
					samples: speeds[i]!,
				})),
				{
					what: 'the same vector from Quern and from bare transformers.js: cosine',
					value: median(angles),
					unit: 'ratio' as const,
					samples: angles,
				},
			];
		});
	},
} satisfies Measurement;

function embed(page: Page, texts: readonly string[]) {
	return page.evaluate(
		async (given) => ((await bench.subject()) as unknown as EmbeddingSubject).embed(given),
		texts,
	);
}

function ratio(what: string, ours: number[], theirs: number[]): Figure {
	const samples = paired(ours, theirs, quotient);
	return {
		what: `texts per second, ${what}`,
		value: median(samples),
		unit: 'ratio',
		samples,
		target: { atLeast: 0.95 },
	};
}
