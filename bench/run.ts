import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startServer } from '../scripts/serve.mjs';
import { browserMaker, profileMaker, type Lab } from './lab.ts';
import { describeMachine } from './machine.ts';
import { isMet, type Measurement, type Result } from './measurement.ts';
import conversation from './measurements/conversation.ts';
import download from './measurements/download.ts';
import faults from './measurements/faults.ts';
import embeddings from './measurements/embeddings.ts';
import generation from './measurements/generation.ts';
import hand from './measurements/hand.ts';
import installation from './measurements/installation.ts';
import load from './measurements/load.ts';
import prefix from './measurements/prefix.ts';
import longConversation from './measurements/long-conversation.ts';
import processor from './measurements/processor.ts';
import search from './measurements/search.ts';
import shell from './measurements/shell.ts';
import shelves from './measurements/shelves.ts';
import { toMarkdown } from './report.ts';
import { buildSite } from './site.ts';

/** In the order of the tables. */
const measurements: readonly Measurement[] = [
	generation,
	load,
	shelves,
	shell,
	conversation,
	longConversation,
	search,
	installation,
	download,
	hand,
	prefix,
	processor,
	embeddings,
	faults,
];

export interface BenchOptions {
	/** Folder of the project. */
	readonly root: URL;
	/** Names of the measurements to make; empty for all. */
	readonly only: readonly string[];
	/** Lets Chromium choose the WebGPU adapter instead of forcing the software one. */
	readonly realGpu: boolean;
}

/** Makes the measurements one after another, prints the tables, and returns whether all could be made. */
export async function runBench({ root, only, realGpu }: BenchOptions): Promise<boolean> {
	const chosen = choose(only);
	const site = await startServer({ root: await buildSite(root) });
	const app = await startServer({ root: fileURLToPath(new URL('dist', root)) });
	const say = (line: string) => console.log(`  ${line}`);
	const withBrowsers = browserMaker(realGpu, say);
	const lab: Lab = {
		root,
		// By number: WebLLM never caches a library whose address has "localhost" in it.
		siteUrl: `http://127.0.0.1:${site.port}/`,
		appUrl: app.url,
		withBrowser: (use) => withBrowsers(1, ([browser]) => use(browser!)),
		withBrowsers,
		withProfile: profileMaker(realGpu),
		say,
	};
	try {
		const machine = await describeMachine(lab);
		console.log(`WebGPU adapter: ${machine.adapterLine}`);
		const results: Result[] = [];
		for (const measurement of chosen) {
			console.log(`\n${measurement.title}`);
			results.push(await make(measurement, lab));
		}
		const report = { date: new Date().toISOString(), machine, results };
		const markdown = toMarkdown(report);
		console.log(`\n${markdown}`);
		await mkdir(new URL('bench/results/', root), { recursive: true });
		await writeFile(
			new URL('bench/results/latest.json', root),
			`${JSON.stringify(report, null, '\t')}\n`,
		);
		// The committed table is of whole runs only.
		if (only.length === 0) await writeFile(new URL('bench/RESULTS.md', root), markdown);
		return results.every(({ failure }) => !failure);
	} finally {
		await Promise.all([site.close(), app.close()]);
	}
}

async function make({ name, title, method, run }: Measurement, lab: Lab): Promise<Result> {
	try {
		const figures = await run(lab);
		for (const figure of figures.filter((each) => isMet(each) === false)) {
			console.log(`  MISS ${figure.what}: ${figure.value} ${figure.unit}`);
		}
		return { name, title, method, figures };
	} catch (error) {
		console.error(error);
		const failure = error instanceof Error ? error.message.split('\n')[0]! : String(error);
		return { name, title, method, figures: [], failure };
	}
}

function choose(only: readonly string[]): Measurement[] {
	const unknown = only.find(
		(name) => !measurements.some((measurement) => measurement.name === name),
	);
	if (unknown) {
		const names = measurements.map((measurement) => measurement.name).join(', ');
		throw new Error(`there is no measurement ${unknown}; there are ${names}`);
	}
	return measurements.filter(({ name }) => only.length === 0 || only.includes(name));
}
