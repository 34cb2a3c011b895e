import type { BrowserContext } from 'playwright';
import type { Lab } from '../lab.ts';
import type { Figure, Measurement } from '../measurement.ts';
import type { Question, Turn } from '../pages/subject.ts';
import { questionOfRound } from '../questions.ts';
import { decodePerSecond, difference, median, paired, quotient } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';

const ROUNDS = 8;
const MAX_TOKENS = 16;

interface Side {
	readonly label: string;
	readonly query: SubjectQuery;
}

const quern: Side = { label: 'Quern', query: 'subject=quern&engine=web-llm' };
const inWorker: Side = { label: 'bare WebLLM in a worker', query: 'subject=bare-web-llm-worker' };
const onPage: Side = { label: 'bare WebLLM on the page', query: 'subject=bare-web-llm-main' };
const sides = [quern, inWorker, onPage];

type Turns = ReadonlyMap<Side, readonly Turn[]>;

export default {
	name: 'generation',
	title: 'Generation: Quern against bare WebLLM',
	method:
		'Three pages in one browser: Quern’s engine; WebLLM in a worker through its own client, which is how Quern must run it, for the page never blocks; and WebLLM on the page’s own thread, with nothing in between. ' +
		`${ROUNDS} rounds, each page in turn: an answer of ${MAX_TOKENS} tokens and one of a single token, same library, weights and prompts, greedy, timed on the page; the answers must be equal. ` +
		'The lines “beside WebLLM’s own work” leave out the time that WebLLM says it computed: what is left is what lies between the engine and the page, and a busy machine does not blur it.',
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			const pages = new Map<Side, SubjectPage>();
			for (const side of sides) pages.set(side, await readyPage(lab, context, side));
			const long: Turns[] = [];
			const short: Turns[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				long.push(await askAll(pages, round, questionOfRound(round, MAX_TOKENS)));
				// Other words than the round's, or WebLLM would answer from its KV cache.
				short.push(await askAll(pages, round, questionOfRound(round + 1, 1)));
				lab.say(`round ${round + 1} of ${ROUNDS}`);
			}
			return figuresOf(joined(long), joined([...long, ...short]));
		});
	},
} satisfies Measurement;

async function readyPage(lab: Lab, context: BrowserContext, { label, query }: Side) {
	lab.say(`preparing ${label}`);
	const preparing = await SubjectPage.open(lab, context, query);
	await preparing.prepare();
	await preparing.close();
	const page = await SubjectPage.open(lab, context, query);
	await page.load();
	// The first turn warms up what a load leaves cold; it is not counted.
	await page.generate({ system: 'Answer.', user: 'Hello.', maxTokens: 2 });
	return page;
}

/** Asks each side in turn; the order shifts by the round, so that none is always after a certain other. */
async function askAll(
	pages: ReadonlyMap<Side, SubjectPage>,
	round: number,
	question: Question,
): Promise<Turns> {
	const shift = round % sides.length;
	const turns = new Map<Side, Turn[]>();
	for (const side of [...sides.slice(shift), ...sides.slice(0, shift)]) {
		turns.set(side, [await pages.get(side)!.generate(question)]);
	}
	const texts = new Set([...turns.values()].flat().map(({ text }) => text));
	if (texts.size > 1) throw new Error(`the answers differ: ${[...texts].join(' | ')}`);
	return turns;
}

function joined(rounds: readonly Turns[]): Turns {
	return new Map(sides.map((side) => [side, rounds.flatMap((turns) => turns.get(side) ?? [])]));
}

/** `long` turns tell decode speed, `all` of them the time to the first token. */
function figuresOf(long: Turns, all: Turns): Figure[] {
	const of = (turns: Turns, side: Side, measure: (turn: Turn) => number) =>
		turns.get(side)!.map(measure);
	const figure = (what: string, unit: Figure['unit'], samples: number[]): Figure => ({
		what,
		value: median(samples),
		unit,
		samples,
	});
	const compared = [inWorker, onPage].flatMap((bare): Figure[] => {
		const ratio = (measure: (turn: Turn) => number) =>
			paired(of(long, quern, measure), of(long, bare, measure), quotient);
		const delay = (measure: (turn: Turn) => number) =>
			paired(of(all, quern, measure), of(all, bare, measure), difference);
		return [
			{
				...figure(`decode speed, Quern ÷ ${bare.label}`, 'ratio', ratio(decodePerSecond)),
				target: { atLeast: 0.98 },
			},
			figure('the same, beside WebLLM’s own work', 'ratio', ratio(shareThatArrives)),
			{
				...figure(
					`first token, Quern − ${bare.label}`,
					'ms',
					delay((turn) => turn.firstTokenMs),
				),
				target: { atMost: 30 },
			},
			figure('the same, beside WebLLM’s own work', 'ms', delay(besidePrompt)),
		];
	});
	const plain = sides.flatMap((side): Figure[] => [
		{
			...figure(`${side.label}: decode`, 'tokens/s', of(long, side, decodePerSecond)),
			answers: long.get(side)!.map(({ text }) => text),
		},
		figure(
			`${side.label}: first token`,
			'ms',
			of(all, side, (turn) => turn.firstTokenMs),
		),
	]);
	return [...compared, ...plain];
}

/** Of the decode speed that the engine measured, the share that the page saw. */
function shareThatArrives(turn: Turn): number {
	return (decodePerSecond(turn) * (turn.decodeMsPerToken ?? NaN)) / 1000;
}

function besidePrompt({ firstTokenMs, prefillMs = NaN }: Turn): number {
	return firstTokenMs - prefillMs;
}
