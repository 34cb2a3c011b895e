import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import type { Figure, Measurement } from '../measurement.ts';
import { LONG_TASK, longestTask, throttle, THROTTLING, watchMainThread } from '../main-thread.ts';
import { median } from '../statistics.ts';

const ROUNDS = 5;

interface Opening {
	/** Brotli-compressed bytes of each script, by its name. */
	readonly scripts: ReadonlyMap<string, number>;
	readonly firstPaintMs: number;
	readonly longestTaskMs: number;
}

export default {
	name: 'shell',
	title: 'The shell: first visit',
	method:
		`The production build in ${ROUNDS} fresh profiles, from this machine’s own server, the page’s thread ${THROTTLING}× slower. ` +
		'Initial JavaScript is every script that the page asks for until the network is quiet, each compressed by brotli at its highest level as a static host would; what the service worker stores in the background is not part of it.',
	async run(lab) {
		const openings = await lab.withBrowser(async (browser) => {
			const all: Opening[] = [];
			for (let round = 0; round < ROUNDS; round++) all.push(await open(browser, lab.appUrl));
			return all;
		});
		const scripts = [...openings[0]!.scripts];
		for (const [name, bytes] of scripts) lab.say(`${name} ${(bytes / 1000).toFixed(1)} kB`);
		return figuresOf(openings, scripts);
	},
} satisfies Measurement;

function figuresOf(openings: Opening[], scripts: [string, number][]): Figure[] {
	const paints = openings.map(({ firstPaintMs }) => firstPaintMs);
	const tasks = openings.map(({ longestTaskMs }) => longestTaskMs);
	return [
		{
			what: 'initial JavaScript, brotli',
			value: scripts.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000,
			unit: 'kB',
			target: { atMost: 60 },
			note: `${scripts.length} scripts`,
		},
		{ what: 'first contentful paint', value: median(paints), unit: 'ms', samples: paints },
		{
			what: 'longest task while the page opens',
			value: median(tasks),
			unit: 'ms',
			samples: tasks,
			note: `${LONG_TASK} ms where none was longer`,
		},
	];
}

async function open(browser: Browser, url: string): Promise<Opening> {
	const context = await browser.newContext();
	await watchMainThread(context);
	const page = await context.newPage();
	const scripts = recordScripts(page);
	await throttle(page);
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.getByRole('main').waitFor();
	const firstPaintMs = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
	);
	const opening = {
		scripts: await scripts(),
		firstPaintMs,
		longestTaskMs: await longestTask(page),
	};
	await context.close();
	return opening;
}

/** Listens from now on; the result tells what was asked for so far. */
function recordScripts(page: Page): () => Promise<Map<string, number>> {
	const bodies = new Map<string, Promise<Buffer>>();
	page.on('response', (response) => {
		const isScript = /javascript/.test(response.headers()['content-type'] ?? '');
		if (!isScript || response.request().serviceWorker()) return;
		bodies.set(new URL(response.url()).pathname, response.body());
	});
	return async () => {
		const sizes = new Map<string, number>();
		for (const [name, body] of bodies) sizes.set(name, brotliCompressSync(await body).length);
		return sizes;
	};
}
