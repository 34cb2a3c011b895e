import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { Profile } from '../../e2e/fixtures/profile.ts';
import { starterPack } from '../../src/packs/catalogue/index.ts';
import { bytesOf, fileSetFor } from '../../src/packs/manifest.ts';
import { FaultySite, siteFaults, type SiteFault } from '../faulty-site.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { prepareOnnxModel } from '../../scripts/onnx-model.mjs';
import type { SubjectQuery } from '../subject-page.ts';
import type { Lab } from '../lab.ts';

/** One way to bring the model onto the device, and the file of it that is spoilt. */
interface Peer {
	readonly label: string;
	readonly query: SubjectQuery;
	readonly file: string;
	/** What addresses of its model files have in them. */
	readonly folder: string;
	readonly isQuern?: true;
}

const SHARD = 'params_shard_2.bin';
const ONNX = 'model_q4c.onnx';

const peers: readonly Peer[] = [
	{
		label: 'Quern',
		query: 'subject=quern&engine=web-llm',
		file: SHARD,
		folder: '/packs/',
		isQuern: true,
	},
	...(['cache', 'indexeddb', 'opfs'] as const).map((backend) => ({
		label: `bare WebLLM, ${backend}`,
		query: `subject=bare-web-llm-worker&backend=${backend}` as const,
		file: SHARD,
		folder: '/bench-models/web-llm/',
	})),
	{
		label: 'bare transformers.js',
		query: 'subject=transformers&model=model_q4c&hub',
		file: ONNX,
		folder: '/bench-models/onnx-model/',
	},
];

/** Milliseconds from the moment in the middle of a file until the browser is killed: what came is stored by then. */
const PAUSE = 1000;
/** Milliseconds after which an attempt counts as one that does not end. */
const PATIENCE = 120_000;
/** Quern promises that a kill costs one chunk of 4 MiB at most. */
const CHUNK_MB = (4 * 1024 * 1024) / 1e6;

export default {
	name: 'faults',
	title: 'Faults: what happens to a model on a bad line',
	method:
		'The same weights, server and faults for all, each in a fresh profile: the model is fetched and loaded while one of its files is spoilt, and once more on a fresh page when the server is mended. ' +
		'“Survives” means that no wrong byte ran and that the second attempt works by itself. For the kill the server holds one file in the middle, the browser gets SIGKILL, and the bytes are counted that are sent again.',
	async run(lab) {
		await prepareOnnxModel(['model_q4c'], lab.say);
		const root = fileURLToPath(new URL('.cache/bench/site/', lab.root));
		const site = await FaultySite.start(root);
		const figures: Figure[] = [];
		try {
			for (const fault of siteFaults) {
				for (const peer of peers) figures.push(await spoilt(lab, site, peer, fault));
			}
			for (const peer of peers) figures.push(await killed(lab, site, peer, root));
			return figures;
		} finally {
			await site.close();
		}
	},
} satisfies Measurement;

async function spoilt(lab: Lab, site: FaultySite, peer: Peer, fault: SiteFault): Promise<Figure> {
	const profile = await Profile.create();
	try {
		void site.spoil(fault, peer.file);
		const first = await attempt(await profile.launch(), site, peer);
		site.mend();
		site.takeSent('');
		await profile.kill();
		const second = await attempt(await profile.launch(), site, peer);
		const isFetchedAgain = site.takeSent(peer.file) > 0;
		const note = verdict(first, second, isFetchedAgain);
		lab.say(`${peer.label}, ${fault}: ${note}`);
		return {
			what: `survives a ${fault}: ${peer.label}`,
			value: first && !second ? 1 : 0,
			unit: 'yes or no',
			note,
			...(peer.isQuern && { target: { atLeast: 1 } }),
		};
	} finally {
		await profile.remove();
	}
}

async function killed(lab: Lab, site: FaultySite, peer: Peer, root: string): Promise<Figure> {
	const profile = await Profile.create();
	try {
		site.takeSent('');
		const reached = site.spoil('held in the middle', peer.file);
		const page = await profile.launch();
		void attempt(page, site, peer).catch(() => {});
		await reached;
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
		await profile.kill();
		site.mend();
		const failure = await attempt(await profile.launch(), site, peer);
		if (failure) throw new Error(`${peer.label} after a kill: ${failure}`);
		const again = (site.takeSent(peer.folder) - sizeOf(peer, root)) / 1e6;
		lab.say(`${peer.label}, kill: ${again.toFixed(1)} MB again`);
		return {
			what: `sent again after a kill in the middle of a file: ${peer.label}`,
			value: again,
			unit: 'MB',
			...(peer.isQuern && { target: { atMost: CHUNK_MB } }),
		};
	} finally {
		await profile.remove();
	}
}

/** Fetches and loads the model on a fresh page. Returns why that failed; undefined if it did not. */
async function attempt(page: Page, site: FaultySite, peer: Peer): Promise<string | undefined> {
	await page.goto(`${site.url}?${peer.query}`);
	const failure = await page.evaluate(async (patience) => {
		const late = new Promise<string>((resolve) =>
			setTimeout(() => resolve('it does not end'), patience),
		);
		const work = (async () => {
			const subject = await bench.subject();
			await subject.prepare();
			await subject.load();
		})();
		return Promise.race([
			late,
			work.then(
				() => undefined,
				(error: unknown) => (error instanceof Error ? error.message : String(error)),
			),
		]);
	}, PATIENCE);
	return failure?.split('\n')[0]?.slice(0, 100);
}

/** Bytes of the model that the peer fetches. */
function sizeOf(peer: Peer, root: string): number {
	if (peer.isQuern) return bytesOf(fileSetFor(starterPack, 'web-llm'));
	const paths =
		peer.file === ONNX
			? ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'generation_config.json', ONNX]
			: fileSetFor(starterPack, 'web-llm').files.map(({ path }) => `resolve/main/${path}`);
	return paths.reduce((sum, path) => {
		const nested = peer.file === ONNX && path === ONNX ? `onnx/${path}` : path;
		const info = statSync(`${root}${peer.folder.slice(1)}${nested}`, { throwIfNoEntry: false });
		return sum + (info?.size ?? 0);
	}, 0);
}

function verdict(
	first: string | undefined,
	second: string | undefined,
	isFetchedAgain: boolean,
): string {
	if (!first && !second) {
		return isFetchedAgain
			? 'ran with wrong bytes once'
			: 'runs with the wrong bytes, and keeps them';
	}
	if (first && !second) return 'refused, and mended by the next attempt';
	return `broken for good: ${second}`;
}
