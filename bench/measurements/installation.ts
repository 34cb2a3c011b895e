import { QuernPage } from '../../e2e/pages/quern-page.ts';
import { fileSetFor } from '../../src/packs/manifest.ts';
import { starterPack } from '../../src/packs/catalogue/index.ts';
import type { Figure, Measurement } from '../measurement.ts';
import type { Lab } from '../lab.ts';
import { RendererMemory } from '../process-memory.ts';
import { median } from '../statistics.ts';

const ROUNDS = 3;
const SETTLE = 3000;

/** The largest file in bytes of those that WebLLM reads. */
const shard = Math.max(...fileSetFor(starterPack, 'web-llm').files.map(({ bytes }) => bytes));

export default {
	name: 'installation',
	title: 'Memory while installing',
	method:
		`The production build, ${ROUNDS} fresh browsers: resident memory of the browser’s page processes (page, installer and service worker together), sampled every 100 ms from the tap to the end of the transfer, less what they had before it. ` +
		`Two shards are twice the largest file of the pack, ${(shard / 1e6).toFixed(1)} MB.`,
	async run(lab): Promise<Figure[]> {
		const growths: number[] = [];
		for (let round = 0; round < ROUNDS; round++) growths.push((await growthOf(lab)) / 1e6);
		return [
			{
				what: 'peak above idle',
				value: median(growths),
				unit: 'MB',
				samples: growths,
				target: { atMost: (2 * shard) / 1e6 },
			},
		];
	},
} satisfies Measurement;

async function growthOf(lab: Lab): Promise<number> {
	return lab.withBrowser(async (browser) => {
		const page = await (await browser.newContext()).newPage();
		const quern = new QuernPage(page);
		await quern.open(lab.appUrl);
		await page.evaluate(async () => void (await navigator.serviceWorker.ready));
		await page.waitForTimeout(SETTLE);
		const memory = await RendererMemory.of(browser);
		const idle = await memory.now();
		const peak = await memory.peakDuring(async () => {
			const installer = page.waitForEvent('worker');
			await quern.getModel.click();
			// The installer's worker ends with the transfer; then the model begins to load.
			const worker = await installer;
			await worker.waitForEvent('close', { timeout: 180_000 });
		});
		return peak - idle;
	});
}
