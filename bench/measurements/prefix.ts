import type { BrowserContext } from 'playwright';
import type { Lab } from '../lab.ts';
import type { Figure, Measurement } from '../measurement.ts';
import type { ChatMessage, Question, Turn } from '../pages/subject.ts';
import { median, paired, quotient } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';

const ROUNDS = 3;

/** Each as many tokens as the others, with what stands around it; a conversation asks them in turn. */
const users = ['A tree?', 'A bird?', 'A fish?', 'A star?', 'A king?'];
const TURNS = 10;
const MAX_TOKENS = 2;

const quern: SubjectQuery = 'subject=quern&engine=web-llm';
const bare: SubjectQuery = 'subject=bare-web-llm-worker';

export default {
	name: 'prefix',
	title: 'Only what is new is read: Quern against bare WebLLM',
	method:
		`A conversation of ${TURNS} turns with Quern’s engine on WebLLM, ${ROUNDS} times, each turn as long as the others. Then its last question is answered again, and edited, by Quern and, right after it, by bare WebLLM, which had read the same prompt before; the answers must be equal. ` +
		'Tokens read are what the engines say; they are the same on every device.',
	async run(lab) {
		return lab.withBrowser(async (browser) => {
			const context = await browser.newContext();
			const ours = await readyPage(lab, context, quern);
			const theirs = await readyPage(lab, context, bare);
			const rounds: Round[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				rounds.push(await play(ours, theirs, round));
				lab.say(`round ${round + 1} of ${ROUNDS}`);
			}
			return figuresOf(rounds);
		});
	},
} satisfies Measurement;

interface Round {
	readonly turns: readonly Turn[];
	readonly again: Pair;
	readonly edited: Pair;
}

interface Pair {
	readonly ours: Turn;
	readonly theirs: Turn;
}

async function readyPage(lab: Lab, context: BrowserContext, query: SubjectQuery) {
	lab.say(`preparing ${query}`);
	const preparing = await SubjectPage.open(lab, context, query);
	await preparing.prepare();
	await preparing.close();
	const page = await SubjectPage.open(lab, context, query);
	await page.load();
	// The first turn warms up what a load leaves cold; it is not counted.
	await page.generate({ system: 'Answer.', user: 'Hello.', maxTokens: MAX_TOKENS });
	return page;
}

/** One conversation; another system message each round, so that nothing is left of the last one. */
async function play(ours: SubjectPage, theirs: SubjectPage, round: number): Promise<Round> {
	const system = `Answer ${round + 1}.`;
	const before: ChatMessage[] = [];
	const turns: Turn[] = [];
	let last: Question | undefined;
	for (let turn = 0; turn < TURNS; turn++) {
		const user = users[turn % users.length]!;
		last = { system, before: [...before], user, maxTokens: MAX_TOKENS };
		turns.push(await ours.generate(last));
		before.push({ role: 'user', content: user });
		before.push({ role: 'assistant', content: turns.at(-1)!.text });
	}
	await theirs.generate(last!);
	const again = await ask(ours, theirs, last!);
	const edited = await ask(ours, theirs, { ...last!, user: 'A river?' });
	return { turns, again, edited };
}

async function ask(ours: SubjectPage, theirs: SubjectPage, question: Question): Promise<Pair> {
	const pair = { ours: await ours.generate(question), theirs: await theirs.generate(question) };
	if (pair.ours.text !== pair.theirs.text) {
		throw new Error(`the answers differ: ${pair.ours.text} | ${pair.theirs.text}`);
	}
	return pair;
}

function figuresOf(rounds: readonly Round[]): Figure[] {
	const compare = (what: string, over: (round: Round) => Turn, under: (round: Round) => Turn) => {
		const ratio = (measure: (turn: Turn) => number): number[] =>
			paired(
				rounds.map((round) => measure(over(round))),
				rounds.map((round) => measure(under(round))),
				quotient,
			);
		const first = ratio((turn) => turn.firstTokenMs);
		const tokens = ratio((turn) => turn.prefilledTokens ?? NaN);
		return [
			{ what: `first token, ${what}`, value: median(first), unit: 'ratio', samples: first },
			{ what: `tokens read, ${what}`, value: median(tokens), unit: 'ratio', samples: tokens },
		] satisfies Figure[];
	};
	const [late, lateTokens] = compare(
		`turn ${TURNS} ÷ turn 2`,
		({ turns }) => turns[TURNS - 1]!,
		({ turns }) => turns[1]!,
	);
	const sides = ['again', 'edited'] as const;
	return [
		{ ...late!, target: { atMost: 1.3 } },
		lateTokens!,
		...sides.flatMap((side) =>
			compare(
				`${side === 'again' ? 'answered again' : 'last question edited'}, Quern ÷ bare WebLLM`,
				(round) => round[side].ours,
				(round) => round[side].theirs,
			),
		),
	];
}
