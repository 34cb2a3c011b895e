import type { Browser } from 'playwright';
import { prepareOnnxModel } from '../../scripts/onnx-model.mjs';
import type { Figure, Measurement } from '../measurement.ts';
import type { Question, Turn } from '../pages/subject.ts';
import { RendererMemory } from '../process-memory.ts';
import { questionOfRound } from '../questions.ts';
import { decodePerSecond, median, paired, quotient } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';
import type { Lab } from '../lab.ts';

const ROUNDS = 4;
const MAX_TOKENS = 16;

const alternatives: readonly { label: string; query: SubjectQuery }[] = [
	{ label: 'Quern on wllama, GGUF', query: 'subject=quern&engine=wllama' },
	{ label: 'bare wllama, GGUF', query: 'subject=bare-wllama' },
	{
		label: 'Quern on transformers.js, half-float ONNX',
		query: 'subject=quern-transformers&model=model_half',
	},
	{ label: 'transformers.js, half-float ONNX', query: 'subject=transformers&model=model_half' },
	{ label: 'transformers.js, 4-bit ONNX', query: 'subject=transformers&model=model_q4c' },
];

export default {
	name: 'processor',
	title: 'On the processor: the alternatives a person has',
	method:
		`The same weights without WebGPU, a browser for each, ${ROUNDS} rounds in which each answers in turn, greedy, ${MAX_TOKENS} tokens, each with the threads that it takes by itself. ` +
		'The ONNX files are made from the same GGUF without quantizing anew (bench/python). ' +
		'Memory is the largest resident size of the browser’s page processes while loading and in a first answer, less what they had before.',
	async run(lab) {
		await prepareOnnxModel(['model_half', 'model_q4c'], lab.say);
		return lab.withBrowsers(alternatives.length, async (browsers) => {
			const contestants: Contestant[] = [];
			for (const [index, { label, query }] of alternatives.entries()) {
				lab.say(`loading ${label}`);
				contestants.push(await Contestant.load(lab, browsers[index]!, label, query));
			}
			for (let round = 0; round < ROUNDS; round++) {
				const question = questionOfRound(round, MAX_TOKENS);
				for (const contestant of contestants) await contestant.answer(question);
				lab.say(`round ${round + 1} of ${ROUNDS}`);
			}
			const [wllama, bareWllama, transformers, bareTransformers] = contestants;
			return [
				ratio('decode speed, Quern ÷ bare wllama', wllama!, bareWllama!),
				{
					...ratio('decode speed, Quern ÷ bare transformers.js', transformers!, bareTransformers!),
					target: { atLeast: 0.95 },
				},
				...contestants.flatMap((contestant) => contestant.figures()),
			];
		});
	},
} satisfies Measurement;

function ratio(what: string, ours: Contestant, theirs: Contestant): Figure {
	const samples = paired(ours.decode, theirs.decode, quotient);
	return { what, value: median(samples), unit: 'ratio', samples };
}

/** One alternative with its model loaded, and what it has answered so far. */
class Contestant {
	readonly #label: string;
	readonly #page: SubjectPage;
	readonly #memory: number;
	readonly #turns: Turn[] = [];

	private constructor(label: string, page: SubjectPage, memory: number) {
		this.#label = label;
		this.#page = page;
		this.#memory = memory;
	}

	static async load(lab: Lab, browser: Browser, label: string, query: SubjectQuery) {
		const context = await browser.newContext();
		const preparing = await SubjectPage.open(lab, context, query);
		await preparing.prepare();
		await preparing.close();
		const page = await SubjectPage.open(lab, context, query);
		const memory = await RendererMemory.of(browser);
		const idle = await memory.now();
		const peak = await memory.peakDuring(async () => {
			await page.load();
			await page.generate({ system: 'Answer.', user: 'Hello.', maxTokens: MAX_TOKENS });
		});
		return new Contestant(label, page, peak - idle);
	}

	get decode(): number[] {
		return this.#turns.map(decodePerSecond);
	}

	async answer(question: Question): Promise<void> {
		this.#turns.push(await this.#page.generate(question));
	}

	figures(): Figure[] {
		const { decode } = this;
		const first = this.#turns.map((turn) => turn.firstTokenMs);
		const answers = this.#turns.map(({ text }) => text.trim());
		return [
			{
				what: `${this.#label}: decode`,
				value: median(decode),
				unit: 'tokens/s',
				samples: decode,
				answers,
			},
			{ what: `${this.#label}: first token`, value: median(first), unit: 'ms', samples: first },
			{ what: `${this.#label}: memory`, value: this.#memory / 1e6, unit: 'MB' },
		];
	}
}
