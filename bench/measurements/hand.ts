import type { Page } from 'playwright';
import type { HandSubject } from '../pages/hand-contract.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { starterPack } from '../../src/packs/catalogue/index.ts';
import { bytesOf, fileSetFor } from '../../src/packs/manifest.ts';
import { median, paired, quotient } from '../statistics.ts';
import { SubjectPage } from '../subject-page.ts';

const ROUNDS = 5;
const ALL = bytesOf(fileSetFor(starterPack, 'wllama'));

/** One device of the two. */
class Device {
	constructor(private readonly page: Page) {}

	call<K extends keyof HandSubject>(method: K, ...args: Parameters<HandSubject[K]>) {
		return this.page.evaluate(
			async ([name, given]) => {
				const subject = (await bench.subject()) as unknown as Record<
					string,
					(...args: unknown[]) => Promise<unknown>
				>;
				return subject[name]!(...given);
			},
			[method, args] as const,
		) as Promise<Awaited<ReturnType<HandSubject[K]>>>;
	}
}

export default {
	name: 'hand',
	title: 'From device to device',
	method:
		`Two browsers, each a process of its own, on loopback: the starter’s ${(ALL / 1e6).toFixed(0)} MB from the store of one to the store of the other (framed, hashed, flushed, acknowledged, recorded), and as many bytes over a bare data channel that nobody stores, both in messages of 64 KiB. ` +
		`${ROUNDS} rounds, each with a new connection for each. All runs on the same cores, so whatever Quern computes is taken from the channel; between two devices it is not.`,
	async run(lab): Promise<Figure[]> {
		return lab.withBrowsers(2, async (browsers) => {
			const devices = async (subject: 'hand-quern' | 'hand-raw') =>
				Promise.all(
					browsers.map(async (browser) => {
						const context = await browser.newContext();
						const { page } = await SubjectPage.open(lab, context, `subject=${subject}`);
						return new Device(page);
					}),
				);
			const quern = await devices('hand-quern');
			const raw = await devices('hand-raw');
			lab.say('installing the starter on the first device');
			await quern[0]!.call('prepare');
			const speeds = { quern: [] as number[], raw: [] as number[] };
			for (let round = 0; round < ROUNDS; round++) {
				const pass = [
					async () => speeds.quern.push(await speedOf(quern)),
					async () => speeds.raw.push(await speedOf(raw)),
				];
				for (const each of round % 2 === 0 ? pass : pass.reverse()) await each();
				lab.say(`${speeds.quern.at(-1)!.toFixed(1)} of ${speeds.raw.at(-1)!.toFixed(1)} MB/s`);
			}
			return figures(speeds);
		});
	},
} satisfies Measurement;

/** MB/s of one transfer over a new connection. */
async function speedOf([giver, taker]: Device[]): Promise<number> {
	const first = await giver!.call('offer');
	await giver!.call('accept', await taker!.call('answer', first));
	const [ms] = await Promise.all([giver!.call('give'), taker!.call('take')]);
	await taker!.call('clear');
	return ALL / 1000 / ms;
}

function figures({ quern, raw }: Record<'quern' | 'raw', number[]>): Figure[] {
	const ratios = paired(quern, raw, quotient);
	return [
		{
			what: 'speed, Quern ÷ bare data channel',
			value: median(ratios),
			unit: 'ratio',
			samples: ratios,
			target: { atLeast: 0.9 },
		},
		{ what: 'Quern', value: median(quern), unit: 'MB/s', samples: quern },
		{ what: 'bare data channel', value: median(raw), unit: 'MB/s', samples: raw },
	];
}
