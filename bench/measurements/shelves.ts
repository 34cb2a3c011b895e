import type { Place } from '../pages/shelf-contract.ts';
import type { Figure, Measurement } from '../measurement.ts';
import type { Lab } from '../lab.ts';
import { median, paired, quotient } from '../statistics.ts';
import { SubjectPage, type SubjectQuery } from '../subject-page.ts';

const READ_ROUNDS = 8;
const LOAD_ROUNDS = 4;

/** What a load from each place is done by. */
const subjects: Record<Place, SubjectQuery> = {
	'quern-opfs': 'subject=quern-shelf&place=quern-opfs',
	'quern-indexed-db': 'subject=quern-shelf&place=quern-indexed-db',
	'web-llm-cache': 'subject=bare-web-llm-worker&backend=cache',
	'web-llm-indexeddb': 'subject=bare-web-llm-worker&backend=indexeddb',
	'web-llm-opfs': 'subject=bare-web-llm-worker&backend=opfs',
	'web-llm-opfs-sync': 'subject=bare-web-llm-worker&backend=opfs&access=sync',
};
const places = Object.keys(subjects) as Place[];

const names: Record<Place, string> = {
	'quern-opfs': 'Quern, file system',
	'quern-indexed-db': 'Quern, IndexedDB',
	'web-llm-cache': 'WebLLM, Cache API',
	'web-llm-indexeddb': 'WebLLM, IndexedDB',
	'web-llm-opfs': 'WebLLM, file system as it is set by default',
	'web-llm-opfs-sync': 'WebLLM, file system with synchronous access',
};

type Samples = Record<Place, number[]>;

export default {
	name: 'shelves',
	title: 'Shelves: where the weights are read from',
	method:
		`A profile on disk, everything there already. ${READ_ROUNDS} rounds of reading all shards into memory in a worker, each place in turn, by the calls that each makes at a load; then ${LOAD_ROUNDS} rounds of loads, each on a fresh page. ` +
		'The files were just written, so the operating system has them in memory: this is the cost of the way, not of the disk.',
	async run(lab): Promise<Figure[]> {
		return lab.withProfile(async (context) => {
			const open = (place: Place) => SubjectPage.open(lab, context, subjects[place]);
			await prepare(lab, open);
			const reads = await inRounds(READ_ROUNDS, (place) => readAll(lab, context, place));
			lab.say(`${READ_ROUNDS} rounds of reading`);
			const loads = await inRounds(LOAD_ROUNDS, async (place) => {
				const page = await open(place);
				const ms = await page.load();
				await page.close();
				return ms;
			});
			return [...readFigures(reads), ...loadFigures(loads)];
		});
	},
} satisfies Measurement;

async function prepare(lab: Lab, open: (place: Place) => Promise<SubjectPage>): Promise<void> {
	for (const place of places) {
		// One call fills both of Quern's; both of WebLLM's file systems are the same.
		if (place === 'quern-indexed-db' || place === 'web-llm-opfs-sync') continue;
		lab.say(`preparing ${names[place]}`);
		const page = await open(place);
		await page.prepare();
		await page.close();
	}
}

async function readAll(
	lab: Lab,
	context: Parameters<typeof SubjectPage.open>[1],
	place: Place,
): Promise<number> {
	const { page } = await SubjectPage.open(lab, context, subjects['quern-opfs']);
	const ms = await page.evaluate(async (from) => {
		const subject = await bench.subject();
		return (subject as unknown as { readAll(from: Place): Promise<number> }).readAll(from);
	}, place);
	await page.close();
	return ms;
}

/** Every place once in each round, in an order that turns from round to round. */
async function inRounds(
	rounds: number,
	measure: (place: Place) => Promise<number>,
): Promise<Samples> {
	const samples = Object.fromEntries(places.map((place) => [place, []])) as unknown as Samples;
	for (let round = 0; round < rounds; round++) {
		for (let i = 0; i < places.length; i++) {
			const place = places[(i + round) % places.length]!;
			samples[place].push(await measure(place));
		}
	}
	return samples;
}

function readFigures(ms: Samples): Figure[] {
	const speed = (other: Place) => paired(ms[other], ms['quern-opfs'], quotient);
	const overIndexedDb = speed('web-llm-indexeddb');
	const overBest = speed(best(ms));
	return [
		{
			what: 'read speed, Quern’s file system ÷ WebLLM’s IndexedDB',
			value: median(overIndexedDb),
			unit: 'ratio',
			samples: overIndexedDb,
			target: { atLeast: 4 },
		},
		{
			what: 'read speed, Quern’s file system ÷ WebLLM’s best',
			value: median(overBest),
			unit: 'ratio',
			samples: overBest,
			note: names[best(ms)],
			target: { atLeast: 1 },
		},
		...each('read', ms),
	];
}

function loadFigures(ms: Samples): Figure[] {
	const ratios = paired(ms['quern-opfs'], ms[best(ms)], quotient);
	return [
		{
			what: 'load, Quern from its file system ÷ WebLLM from its best',
			value: median(ratios),
			unit: 'ratio',
			samples: ratios,
			note: names[best(ms)],
			target: { atMost: 1 },
		},
		...each('load', ms),
	];
}

function each(what: string, ms: Samples): Figure[] {
	return places.map((place) => ({
		what: `${what}: ${names[place]}`,
		value: median(ms[place]),
		unit: 'ms',
		samples: ms[place],
	}));
}

/** The fastest of WebLLM's own. */
function best(ms: Samples): Place {
	const theirs = places.filter((place) => place.startsWith('web-llm'));
	return theirs.reduce((a, b) => (median(ms[b]) < median(ms[a]) ? b : a));
}
