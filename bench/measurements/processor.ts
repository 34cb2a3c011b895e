import type { Lab } from '../lab.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { prepareOnnxModel } from '../onnx-model.ts';
import type { Turn } from '../pages/subject.ts';
import { RendererMemory } from '../process-memory.ts';
import { questionOfRound } from '../questions.ts';
import { decodePerSecond, median } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';

const ROUNDS = 3;
const MAX_TOKENS = 16;

const alternatives: readonly { label: string; query: SubjectQuery }[] = [
	{ label: 'Quern on wllama, GGUF', query: 'subject=quern&engine=wllama' },
	{ label: 'bare wllama, GGUF', query: 'subject=bare-wllama' },
	{ label: 'transformers.js, float32 ONNX', query: 'subject=transformers&model=model' },
	{ label: 'transformers.js, 4-bit ONNX', query: 'subject=transformers&model=model_q4c' },
];

export default {
	name: 'processor',
	title: 'On the processor: the alternatives a person has',
	method:
		`The same weights without WebGPU, one browser each, ${ROUNDS} answers of ${MAX_TOKENS} greedy tokens. ` +
		'The ONNX files are made from the same GGUF without quantizing anew (bench/python). ' +
		'Memory is the largest resident size of the page’s process while loading and generating, less what the blank page had.',
	async run(lab) {
		await prepareOnnxModel(lab);
		const figures: Figure[] = [];
		for (const { label, query } of alternatives) {
			lab.say(label);
			figures.push(...(await measure(lab, label, query)));
		}
		return figures;
	},
} satisfies Measurement;

async function measure(lab: Lab, label: string, query: SubjectQuery): Promise<Figure[]> {
	return lab.withBrowser(async (browser) => {
		const context = await browser.newContext();
		const preparing = await SubjectPage.open(lab, context, query);
		await preparing.prepare();
		await preparing.close();
		const page = await SubjectPage.open(lab, context, query);
		const memory = await RendererMemory.of(browser);
		const idle = await memory.now();
		const turns: Turn[] = [];
		const peak = await memory.peakDuring(async () => {
			await page.load();
			for (let round = 0; round < ROUNDS; round++) {
				turns.push(await page.generate(questionOfRound(round, MAX_TOKENS)));
			}
		});
		const decode = turns.map(decodePerSecond);
		const first = turns.map((turn) => turn.firstTokenMs);
		return [
			{ what: `${label}: decode`, value: median(decode), unit: 'tokens/s', samples: decode },
			{ what: `${label}: time to first token`, value: median(first), unit: 'ms', samples: first },
			{ what: `${label}: memory`, value: (peak - idle) / 1e6, unit: 'MB' },
		];
	});
}
