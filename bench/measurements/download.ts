import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { startFaultServer, type FaultServer } from '../../e2e/fixtures/fault-server.mjs';
import { startServer } from '../../scripts/serve.mjs';
import type { Figure, Measurement } from '../measurement.ts';
import type { Lab } from '../lab.ts';
import type { DownloadWay, DownloadWorker, ServedFile } from '../pages/download-contract.ts';
import { median, paired, quotient } from '../statistics.ts';
import { SubjectPage } from '../subject-page.ts';

const MB = 1e6;

/** A line, and how much is fetched over it. */
interface Line {
	readonly name: string;
	/** Bytes per second of each answer, or of all together. */
	readonly rate?: number;
	readonly isShared?: true;
	/** Milliseconds until an answer begins. */
	readonly latency?: number;
	readonly files: number;
	readonly fileBytes: number;
	readonly rounds: number;
}

const lines: readonly Line[] = [
	{ name: 'each answer 2 MB/s', rate: 2 * MB, files: 2, fileBytes: 12 * MB, rounds: 4 },
	{ name: 'all 4 MB/s', rate: 4 * MB, isShared: true, files: 2, fileBytes: 12 * MB, rounds: 5 },
	{ name: 'answers after 200 ms', latency: 200, files: 2, fileBytes: 24 * MB, rounds: 6 },
	{ name: 'as fast as can be', files: 4, fileBytes: 24 * MB, rounds: 10 },
];

const ways: readonly DownloadWay[] = ['adaptive', 'serial', 'whole'];

export default {
	name: 'download',
	title: 'Download: several ranges at a time against one',
	method:
		'The installer’s download in a worker, from a server on loopback into a profile on disk, hashed and flushed: as it ships, which has several ranges in flight where it finds that faster; held to one range at a time; and with one request for each whole file. ' +
		'Each round makes one download of each, in an order that turns. The server slows each answer down, or all together, or lets each wait.',
	async run(lab): Promise<Figure[]> {
		const server = await startFaultServer();
		// Pages without a policy of their own, so that they reach the other server.
		const root = fileURLToPath(new URL('.cache/bench/site/', lab.root));
		const site = await startServer({ root, secure: false });
		try {
			return await lab.withProfile(async (context) => {
				const { page } = await SubjectPage.open(
					{ ...lab, siteUrl: site.url },
					context,
					'subject=download',
				);
				// The first use of the store chooses a shelf.
				await fetchAll(page, serveFiles(server, 'first', 1, MB), 'adaptive');
				const figures: Figure[] = [];
				for (const line of lines) figures.push(...(await measure(lab, server, page, line)));
				return figures;
			});
		} finally {
			await Promise.all([server.close(), site.close()]);
		}
	},
} satisfies Measurement;

async function measure(lab: Lab, server: FaultServer, page: Page, line: Line): Promise<Figure[]> {
	const files = serveFiles(server, line.name, line.files, line.fileBytes);
	const speeds: Record<DownloadWay, number[]> = { adaptive: [], serial: [], whole: [] };
	server.throttle(line.rate, line.isShared, line.latency);
	for (let round = 0; round < line.rounds; round++) {
		for (let i = 0; i < ways.length; i++) {
			const way = ways[(i + round) % ways.length]!;
			const ms = await fetchAll(page, files, way);
			speeds[way].push((line.files * line.fileBytes) / 1000 / ms);
		}
		const last = ways.map((way) => `${way} ${speeds[way].at(-1)!.toFixed(1)}`);
		lab.say(`${line.name}: ${last.join(', ')} MB/s`);
	}
	server.throttle(undefined);
	return figuresOf(line, speeds);
}

function fetchAll(page: Page, files: readonly ServedFile[], way: DownloadWay): Promise<number> {
	return page.evaluate(
		async ([served, how]) => {
			const subject = (await bench.subject()) as unknown as DownloadWorker;
			return subject.fetchAll(served, how);
		},
		[files, way] as const,
	);
}

function serveFiles(server: FaultServer, name: string, count: number, bytes: number): ServedFile[] {
	return Array.from({ length: count }, (_, i) => {
		const content = randomBytes(bytes);
		const path = `/${encodeURIComponent(name)}-${i}.bin`;
		server.serve(path, content);
		const sha256 = createHash('sha256').update(content).digest('hex');
		return { url: new URL(path, server.url).href, bytes, sha256 };
	});
}

function figuresOf({ name }: Line, speeds: Record<DownloadWay, number[]>): Figure[] {
	const overSerial = paired(speeds.adaptive, speeds.serial, quotient);
	const overWhole = paired(speeds.adaptive, speeds.whole, quotient);
	return [
		{
			what: `${name}: speed, as it ships ÷ one range at a time`,
			value: median(overSerial),
			unit: 'ratio',
			samples: overSerial,
			target: { atLeast: 1 },
		},
		{
			what: `${name}: speed, as it ships ÷ whole files`,
			value: median(overWhole),
			unit: 'ratio',
			samples: overWhole,
		},
		{
			what: `${name}: speed as it ships`,
			value: median(speeds.adaptive),
			unit: 'MB/s',
			samples: speeds.adaptive,
		},
	];
}
