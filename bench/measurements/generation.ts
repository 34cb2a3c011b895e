import type { BrowserContext } from 'playwright';
import type { Lab } from '../lab.ts';
import type { Figure, Measurement } from '../measurement.ts';
import type { Turn } from '../pages/subject.ts';
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
const inWorker: Side = {
	label: 'bare WebLLM in a worker',
	query: 'subject=bare-web-llm-worker',
};
const onPage: Side = { label: 'bare WebLLM on the page', query: 'subject=bare-web-llm-main' };
const sides = [quern, inWorker, onPage];

type Turns = ReadonlyMap<Side, Turn[]>;

export default {
	name: 'generation',
	title: 'Generation: Quern against bare WebLLM',
	method:
		'Three pages in one browser: Quern’s engine; WebLLM in a worker through its own client, which is how Quern must run it, for the page never blocks; and WebLLM on the page’s own thread, with nothing in between. ' +
		`${ROUNDS} rounds, each page in turn, same library, weights and prompt, greedy, ${MAX_TOKENS} tokens, timed on the page; the answers must be equal. ` +
		'“Beside the prompt” is the time to the first token less the time that WebLLM itself says it took to read the prompt, which varies more than all else.',
	async run(lab) {
		const turns = await lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			const pages = new Map<Side, SubjectPage>();
			for (const side of sides) pages.set(side, await readyPage(lab, context, side));
			return converse(lab, pages);
		});
		return figuresOf(turns);
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

async function converse(lab: Lab, pages: ReadonlyMap<Side, SubjectPage>): Promise<Turns> {
	const turns = new Map<Side, Turn[]>(sides.map((side) => [side, []]));
	for (let round = 0; round < ROUNDS; round++) {
		// The order turns with the round, so that no page is always the one after a certain other.
		const order = [...sides.slice(round % sides.length), ...sides.slice(0, round % sides.length)];
		const question = questionOfRound(round, MAX_TOKENS);
		for (const side of order) turns.get(side)!.push(await pages.get(side)!.generate(question));
		const texts = new Set(sides.map((side) => turns.get(side)!.at(-1)!.text));
		if (texts.size > 1) throw new Error(`the answers differ: ${[...texts].join(' | ')}`);
		lab.say(`round ${round + 1} of ${ROUNDS}`);
	}
	return turns;
}

function figuresOf(turns: Turns): Figure[] {
	const samplesOf = (side: Side, measure: (turn: Turn) => number) => turns.get(side)!.map(measure);
	const compared = [inWorker, onPage].flatMap((bare): Figure[] => {
		const against = (measure: (turn: Turn) => number, combine: typeof quotient) =>
			paired(samplesOf(quern, measure), samplesOf(bare, measure), combine);
		const decode = against(decodePerSecond, quotient);
		const first = against((turn) => turn.firstTokenMs, difference);
		const beside = against(besidePrompt, difference);
		return [
			{
				what: `decode speed, Quern ÷ ${bare.label}`,
				value: median(decode),
				unit: 'ratio',
				samples: decode,
				target: { atLeast: 0.98 },
			},
			{
				what: `time to first token, Quern − ${bare.label}`,
				value: median(first),
				unit: 'ms',
				samples: first,
				target: { atMost: 30 },
			},
			{
				what: `the same, beside the prompt`,
				value: median(beside),
				unit: 'ms',
				samples: beside,
			},
		];
	});
	const plain = sides.flatMap((side): Figure[] => {
		const decode = samplesOf(side, decodePerSecond);
		const first = samplesOf(side, (turn) => turn.firstTokenMs);
		return [
			{
				what: `${side.label}: decode`,
				value: median(decode),
				unit: 'tokens/s',
				samples: decode,
				answers: turns.get(side)!.map(({ text }) => text),
			},
			{ what: `${side.label}: first token`, value: median(first), unit: 'ms', samples: first },
		];
	});
	return [...compared, ...plain];
}

function besidePrompt({ firstTokenMs, prefillMs = NaN }: Turn): number {
	return firstTokenMs - prefillMs;
}
